// The first script is what an inbox takes to be seen: on a slow phone every further part would keep it from the screen,
// even one that is on the device already. These follow the first frame.

import { later } from '../conversation/later.tsx'
import { paintedTwice } from '../platform/painted.ts'

async function parts() {
  await paintedTwice()
  return import('./second-parts.ts')
}

export const AccountMenu = later(async () => (await parts()).AccountMenu)
export const CallDocks = later(async () => (await parts()).CallDocks)
export const ConversationPane = later(async () => (await parts()).ConversationPane)
export const JobPopup = later(async () => (await parts()).JobPopup)
export const OutboxDialog = later(async () => (await parts()).OutboxDialog)
export const StatusMenu = later(async () => (await parts()).StatusMenu)
