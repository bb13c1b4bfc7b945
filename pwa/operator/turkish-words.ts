import { attachments } from '../words/tr/attachments.ts'
import { call } from '../words/tr/call.ts'
import { callDevices } from '../words/tr/call-devices.ts'
import { callTools } from '../words/tr/call-tools.ts'
import { conversation } from '../words/tr/conversation.ts'
import { installed } from '../words/tr/installed.ts'
import { offline } from '../words/tr/offline.ts'
import { operator } from '../words/tr/operator.ts'
import { quality } from '../words/tr/quality.ts'
import { shared } from '../words/tr/shared.ts'
import { sharedLater } from '../words/tr/shared-later.ts'
import { statistics } from '../words/tr/statistics.ts'
import { teamEvents } from '../words/tr/team-events.ts'
import type { Dictionary } from '../words/words.tsx'

export const turkish: Dictionary = {
  ...shared,
  ...operator,
  ...offline,
  ...conversation,
  ...call,
  ...callDevices,
  ...callTools,
  ...quality,
  ...sharedLater,
  ...statistics,
  ...installed,
  ...teamEvents,
  ...attachments,
}
