// What the first words do not need. The call is fetched while the landing is read, and then the ends, so that
// the survey is there even if the network is not when the conversation ends.

import type { Component } from 'solid-js'
import { attachmentParts } from '../conversation/attachments/conversation-files.ts'
import { later } from '../conversation/later.tsx'
import { whenIdle } from './when-idle.ts'

type Ends = typeof import('./end-parts.ts')

const end = <Props extends object>(of: (ends: Ends) => Component<Props>) =>
  later(async () => of(await import('./end-parts.ts')))

export const DeadEndPage = end((ends) => ends.DeadEndPage)
export const EndDialog = end((ends) => ends.EndDialog)
export const MovedPage = end((ends) => ends.MovedPage)
export const NewVersionNotice = end((ends) => ends.NewVersionNotice)
export const Survey = end((ends) => ends.Survey)
export const ThankYou = end((ends) => ends.ThankYou)

export const CallPart = later(async () => {
  const { CallPart } = await import('./call-part.tsx')
  whenIdle(Survey.preload)
  return CallPart
})
export const VideoButton = later(() => import('./call-part.tsx').then((parts) => parts.VideoButton))
export const CameraHelp = later(() => import('./help-parts.ts').then((parts) => parts.CameraHelp))
export const Hints = later(() => import('./help-parts.ts').then((parts) => parts.Hints))

export const fileParts = attachmentParts(() => import('./file-parts.ts'))
