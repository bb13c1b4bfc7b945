// What the first words do not need. The call is fetched while the landing is read; fetch-the-rest.ts says when
// the others come.

import { type Component, createSignal } from 'solid-js'
import { attachmentParts } from '../conversation/attachments/conversation-files.ts'
import { later, withNeeds } from '../conversation/later.tsx'
import { callStyles } from '../ui/later-styles.ts'
import { callWords } from './customer-words.ts'
import { WaitingSign } from './waiting-sign.tsx'

type Ends = typeof import('./end-parts.ts')

const end = <Props extends object>(of: (ends: Ends) => Component<Props>) =>
  later(async () => of(await import('./end-parts.ts')), undefined, WaitingSign)

export const DeadEndPage = end((ends) => ends.DeadEndPage)
export const EndDialog = end((ends) => ends.EndDialog)
export const MovedPage = end((ends) => ends.MovedPage)
export const Survey = end((ends) => ends.Survey)
export const ThankYou = end((ends) => ends.ThankYou)

const callNeeds = [callStyles, callWords]
const [callCode, setCallCode] = createSignal<typeof import('./call-part.tsx')>()

/** The call's code as soon as it is here; what is drawn with it waits for its styles and words. */
export { callCode }

const callParts = async () => {
  const code = await import('./call-part.tsx')
  setCallCode(code)
  return code
}
export const CallPart = later(() => callParts().then((parts) => parts.CallPart), callNeeds)
export const VideoButton = later(() => callParts().then((parts) => parts.VideoButton), callNeeds)

/** The way back after a broken line waits for no styles. */
export const careParts = () => import('./care-parts.ts')
export const fetchCareParts = () => withNeeds(careParts)
export const CustomerLayers = later(() => careParts().then((parts) => parts.CustomerLayers))

export const CameraHelp = later(() => import('./help-parts.ts').then((parts) => parts.CameraHelp))
export const Hints = later(() => import('./help-parts.ts').then((parts) => parts.Hints))

export const fileParts = attachmentParts(() => import('./file-parts.ts'))
