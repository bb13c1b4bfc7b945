// What the first words do not need. All of it is fetched when the page is idle, so that the
// survey is there even if the network is not when the conversation ends.

import { attachmentParts } from '../conversation/attachments/conversation-files.ts'
import { later } from '../conversation/later.tsx'

export const CallPart = later(async () => (await import('./call-part.tsx')).CallPart)
export const EndDialog = later(async () => (await import('./end-dialog.tsx')).EndDialog)
export const Survey = later(async () => (await import('./survey.tsx')).Survey)
export const ThankYou = later(async () => (await import('./thank-you.tsx')).ThankYou)
export const DeadEndPage = later(async () => (await import('./dead-end.tsx')).DeadEndPage)
export const CameraHelp = later(async () => (await import('./camera-help.tsx')).CameraHelp)
export const HintCard = later(async () => (await import('./hint-card.tsx')).HintCard)
export const MovedPage = later(async () => (await import('./moved-page.tsx')).MovedPage)

export const fileParts = attachmentParts(async () => {
  await import('./attachment-words.ts')
  return import('../conversation/attachments/attachment-parts.ts')
})

export function fetchLaterParts() {
  for (const part of [CallPart, EndDialog, Survey, ThankYou]) part.preload()
}
