// How far a customer got, from the SMS to the picture, as few stops as a line can hold.

import { openStates } from '../../../edge/domain/conversation.ts'
import type { VisitStep } from '../../../edge/domain/progress.ts'
import type { SmsState } from '../../../edge/domain/sms.ts'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import type { WordKey } from '../../words/words.tsx'

/** `now` is where they are; `trouble` is where they are and do not get on. */
export type StopLook = 'done' | 'now' | 'trouble' | 'ahead'

export interface Stop {
  key: WordKey
  look: StopLook
}

const troubles: readonly VisitStep[] = [
  'in-app-browser',
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'line-lost',
]
const lostSms: readonly SmsState[] = ['undelivered', 'failed', 'suppressed', 'unknown']

/** The step at which a customer is stuck, or `null`. What was is told by the log. */
export function troubleOf({ state, progress }: ConversationSummary): VisitStep | null {
  const isStuck = openStates.includes(state) && progress !== null && troubles.includes(progress.step)
  return isStuck ? progress.step : null
}

/** Whether there is something to tell: with both pictures there, or without a call, all is said. */
export function isOnTheWay(summary: ConversationSummary): boolean {
  if (summary.state === 'invited' || summary.state === 'unreachable') return true
  if (!openStates.includes(summary.state)) return false
  if (summary.state !== 'active') return true
  return troubleOf(summary) !== null || (summary.call !== null && summary.progress?.step !== 'connected')
}

export function wayOf(summary: ConversationSummary): Stop[] {
  const step = summary.progress?.step ?? null
  const hasCome = openStates.includes(summary.state)
  return [
    smsStop(summary.sms?.state ?? null, hasCome),
    linkStop(hasCome, step),
    cameraStop(step),
    callStop(step),
  ]
}

function smsStop(state: SmsState | null, hasCome: boolean): Stop {
  if (state === null) return { key: 'way.sms', look: hasCome ? 'done' : 'now' }
  // Whoever came by the copied link has got past the SMS.
  const look = hasCome || state === 'delivered' ? 'done' : lostSms.includes(state) ? 'trouble' : 'now'
  return { key: `way.sms.${state}`, look }
}

function linkStop(hasCome: boolean, step: VisitStep | null): Stop {
  if (!hasCome) return { key: 'way.link.open', look: 'ahead' }
  return { key: 'way.link.done', look: step === null ? 'now' : 'done' }
}

function cameraStop(step: VisitStep | null): Stop {
  if (step === null) return { key: 'way.camera.open', look: 'ahead' }
  if (isInCall(step)) return { key: 'step.camera-ready', look: 'done' }
  return { key: `step.${step}`, look: troubles.includes(step) ? 'trouble' : 'now' }
}

function callStop(step: VisitStep | null): Stop {
  if (step === null || !isInCall(step)) return { key: 'way.call.open', look: 'ahead' }
  return { key: `step.${step}`, look: step === 'connected' ? 'done' : 'trouble' }
}

function isInCall(step: VisitStep): step is 'connected' | 'line-lost' {
  return step === 'connected' || step === 'line-lost'
}
