// Logs as the edge could write them, for tests of what reads them.

import fc from 'fast-check'
import type { Actor, AnyEvent, EventOf, EventType } from '../../../edge/domain/events.ts'
import type { CallId, ConversationId, JobId, LinkId, OperatorId } from '../../../edge/domain/ids.ts'

export const conversationId = '0f6c1c9a-0000-4000-8000-000000000001' as ConversationId
const operatorId = '0f6c1c9a-0000-4000-8000-000000000002' as OperatorId
const jobId = '0f6c1c9a-0000-4000-8000-000000000003' as JobId
const linkId = '0f6c1c9a-0000-4000-8000-000000000004' as LinkId

export const customer: Actor = { kind: 'customer' }
export const ada: Actor = { kind: 'operator', id: operatorId, name: 'Ada' }
const job = { jobId, operatorId, operatorName: 'Ada' }

type Line = [actor: Actor, type: EventType, data: object]

/** Numbers the lines, with gaps, as one conversation's events have in a log that all conversations share. */
export function makeLog(lines: readonly Line[]): AnyEvent[] {
  return lines.map(([actor, type, data], index) => {
    const event = {
      seq: 3 + index * 2,
      at: 1_764_000_000_000 + index * 1_000,
      conversationId,
      actor,
      type,
      data,
    }
    return event as EventOf<EventType>
  })
}

export const say = (side: 'customer' | 'operator', text: string, messageId = text): Line => [
  side === 'customer' ? customer : ada,
  'message.posted',
  { messageId, side, text },
]

export const callId = (n: number) => `0f6c1c9a-0000-4000-8000-00000000010${n}` as CallId

export const opened: Line = [customer, 'link.opened', { linkId }]
export const offered: Line = [{ kind: 'edge' }, 'job.offered', { ...job, expiresAt: 0 }]
export const accepted: Line = [ada, 'job.accepted', job]
export const answered: Line = [ada, 'call.answered', { callId: callId(1) }]
export const hungUp: Line = [
  customer,
  'call.hung-up',
  { callId: callId(1), side: 'customer', duration: 185_000 },
]
export const closed: Line = [customer, 'conversation.closed', {}]
export const rated: Line = [customer, 'survey.answered', { rating: 5, comment: 'Thanks' }]
export const archived: Line = [ada, 'conversation.archived', { reason: 'resolved' }]

const invited: Line = [
  ada,
  'conversation.invited',
  { assignment: 'direct', expiresAt: 1_764_100_000_000, again: false },
]

/** The usual walk, from the invite to the archive. */
export const walk: readonly Line[] = [
  invited,
  opened,
  offered,
  accepted,
  answered,
  say('customer', 'Hello'),
  say('operator', 'Good morning'),
  hungUp,
  closed,
  rated,
  archived,
]

const anyCall = fc.constantFrom(callId(1), callId(2))
const anyLine: fc.Arbitrary<Line> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...walk) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('customer', 'operator'), fc.string(), fc.uuid()).map(aMessage),
  },
  anyCall.map((id): Line => [customer, 'call.placed', { callId: id, side: 'customer' }]),
  anyCall.map((id): Line => [ada, 'call.answered', { callId: id }]),
  anyCall.map((id): Line => [{ kind: 'clock' }, 'call.lost', { callId: id, duration: 9 }]),
  fc.constant<Line>([ada, 'conversation.transferred', { toDepartment: 'Sales', toOperator: null }]),
)

function aMessage([side, text, id]: ['customer' | 'operator', string, string]): Line {
  return say(side, text, id)
}

/** Logs in any order of events: a reader must not fall over one that the edge would not have written. */
export const anyLog: fc.Arbitrary<AnyEvent[]> = fc.array(anyLine, { maxLength: 60 }).map(makeLog)
