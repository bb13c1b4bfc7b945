import { notFound, Refusal } from '../domain/refusal.ts'
import { advance } from '../store/advance.ts'
import { type Call, callById } from '../store/calls.ts'
import type { Conversation } from '../store/conversations.ts'
import type { Context, Reads } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, seated } from './seat.ts'

/** Takes a ringing call. Who placed it cannot answer it. */
export async function answerCall(context: Context, seat: Seat, callId: string): Promise<void> {
  await perform(context, async (work) => {
    const call = await callIn(work, await seated(work, seat), callId)
    const mine = call.placedBy === seat.side
    const also = { answered_at: work.now, customer_seen_at: work.now, operator_seen_at: work.now }
    if (mine || !(await advance(work, 'calls', call.id, 'call.answered', also))) throw notRinging()
    await work.record('call.answered', call.conversationId, { callId: call.id })
  })
}

/** Turns a ringing call down. */
export async function declineCall(context: Context, seat: Seat, callId: string): Promise<void> {
  await perform(context, async (work) => {
    const call = await callIn(work, await seated(work, seat), callId)
    const also = { ended_at: work.now, end_cause: 'declined' }
    const mine = call.placedBy === seat.side
    if (mine || !(await advance(work, 'calls', call.id, 'call.declined', also))) throw notRinging()
    await work.record('call.declined', call.conversationId, { callId: call.id })
  })
}

/** The call, if it is this conversation's. */
export async function callIn(reads: Reads, conversation: Conversation, callId: string): Promise<Call> {
  const call = await callById(reads, callId)
  if (!call || call.conversationId !== conversation.id) throw notFound('call')
  return call
}

function notRinging(): Refusal {
  return new Refusal('wrong-state', 'This call does not ring any more.')
}
