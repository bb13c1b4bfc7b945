// The event catalogue: everything that can happen, by the names that the tables, the wire and the tests use.

import type { AttachmentKind, MediaType } from './attachment.ts'
import type { EndReason } from './conversation.ts'
import type { AttachmentId, CallId, ConversationId, JobId, LinkId, OperatorId, SmsId } from './ids.ts'
import type { OperatorStatus } from './job.ts'
import type { Hint, VisitStep } from './progress.ts'
import type { SmsState } from './sms.ts'
import type { Rating } from './survey.ts'
import type { Side } from './tickets.ts'

/** Who did it. `name` is an operator's, for both sides to read. */
export type Actor =
  | { kind: 'customer' }
  | { kind: 'operator'; id: OperatorId; name: string }
  | { kind: 'clock' | 'twilio' | 'edge' }

/** The facts that each type carries. */
export interface EventData {
  'conversation.invited': { assignment: 'direct' | 'normal'; expiresAt: number; again: boolean }
  'sms.progressed': { smsId: SmsId; state: SmsState }
  'sms.failed': { smsId: SmsId; state: SmsState; code: number | null }
  'link.opened': { linkId: LinkId }
  /** The customer went on in another browser of the phone. */
  'link.handed-over': { linkId: LinkId }
  'invite.lapsed': Record<never, never>
  'invite.revoked': Record<never, never>
  'job.offered': { jobId: JobId; operatorId: OperatorId; operatorName: string; expiresAt: number }
  'job.accepted': { jobId: JobId; operatorId: OperatorId; operatorName: string }
  'job.declined': { jobId: JobId; operatorId: OperatorId; operatorName: string }
  'offer.lapsed': { jobId: JobId; operatorId: OperatorId; operatorName: string }
  'conversation.transferred': { toDepartment: string | null; toOperator: string | null }
  'conversation.closed': Record<never, never>
  'conversation.archived': { reason: EndReason | 'not-filed' }
  'conversation.tagged': { tag: string }
  'conversation.untagged': { tag: string }
  'message.posted': { messageId: string; side: Side; text: string }
  /** The team's own words beside a conversation. */
  'note.written': { noteId: string; text: string }
  /** A file that has arrived whole. Sizes are bytes and pixels; `null` where the file does not say them. */
  'attachment.shared': {
    attachmentId: AttachmentId
    side: Side
    kind: AttachmentKind
    name: string
    type: MediaType
    size: number
    width: number | null
    height: number | null
  }
  /** How far the customer's page got. */
  'visit.progressed': { step: VisitStep }
  'hint.sent': { hint: Hint }
  'call.placed': { callId: CallId; side: Side }
  'call.answered': { callId: CallId }
  'call.declined': { callId: CallId }
  'call.cancelled': { callId: CallId }
  'call.missed': { callId: CallId }
  /** Durations are milliseconds from the answer to the end. */
  'call.hung-up': { callId: CallId; side: Side; duration: number }
  'call.lost': { callId: CallId; duration: number }
  'survey.answered': { rating: Rating; comment: string }
  'operator.status-changed': { operatorId: OperatorId; status: OperatorStatus }
  'team.changed': Record<never, never>
}

export type EventType = keyof EventData

export type EventOf<Type extends EventType> = {
  [T in Type]: {
    /** The position in the log, and the stream's Last-Event-ID. */
    seq: number
    /** Milliseconds since the epoch. */
    at: number
    /** `null` for what concerns the whole team. */
    conversationId: ConversationId | null
    actor: Actor
    type: T
    data: EventData[T]
  }
}[Type]

export type AnyEvent = EventOf<EventType>

/** What the customer may see. */
export const customerEventTypes: readonly EventType[] = [
  'link.opened',
  'link.handed-over',
  'invite.lapsed',
  'invite.revoked',
  'job.accepted',
  'conversation.transferred',
  'conversation.closed',
  'message.posted',
  'attachment.shared',
  'hint.sent',
  'call.placed',
  'call.answered',
  'call.declined',
  'call.cancelled',
  'call.missed',
  'call.hung-up',
  'call.lost',
  'survey.answered',
]

/** The team's own. */
const teamEventTypes: readonly EventType[] = [
  'conversation.invited',
  'sms.progressed',
  'sms.failed',
  'job.offered',
  'job.declined',
  'offer.lapsed',
  'conversation.archived',
  'conversation.tagged',
  'conversation.untagged',
  'note.written',
  'visit.progressed',
  'operator.status-changed',
  'team.changed',
]

export const eventTypes = /* @__PURE__ */ [...customerEventTypes, ...teamEventTypes]

/** The customer's view of an event, or `null` where it is not theirs to see. Operators appear by name alone. */
export function forCustomer(event: AnyEvent): AnyEvent | null {
  if (!customerEventTypes.includes(event.type)) return null
  const actor = event.actor.kind === 'operator' ? { ...event.actor, id: '' as OperatorId } : event.actor
  const data = 'operatorId' in event.data ? { ...event.data, operatorId: '' as OperatorId } : event.data
  return { ...event, actor, data } as AnyEvent
}

/**
 * An event off the wire or out of a cache, or `null` for one of a type that is not among the known ones: an older page
 * must survive a newer edge.
 */
export function parseEvent(value: unknown, known: readonly EventType[]): AnyEvent | null {
  if (typeof value !== 'object' || value === null) return null
  const event = value as Partial<Record<keyof AnyEvent, unknown>>
  const isKnown = known.includes(event.type as EventType)
  const whole = typeof event.seq === 'number' && typeof event.at === 'number'
  const filled = [event.data, event.actor].every((part) => typeof part === 'object' && part !== null)
  return isKnown && whole && filled ? (value as AnyEvent) : null
}
