import type { ConversationId } from '../domain/ids.ts'
import type { Side } from '../domain/tickets.ts'
import { advance } from '../store/advance.ts'
import { type Call, markAlive, openCallOf } from '../store/calls.ts'
import { callIn } from './answer-call.ts'
import type { Context, Work } from './context.ts'
import { perform } from './perform.ts'
import { type Seat, seated } from './seat.ts'

/** The red button: the call ends, the chat goes on. Ending what has ended is no error: both may press at once. */
export async function endCall(context: Context, seat: Seat, callId: string): Promise<void> {
  await perform(context, async (work) => {
    await hangUp(work, await callIn(work, await seated(work, seat), callId), seat.side)
  })
}

/** Ends the conversation's call, if it has one, within a verb that ends more than that. */
export async function endOpenCall(work: Work, id: ConversationId, side: Side): Promise<void> {
  const call = await openCallOf(work, id)
  if (call) await hangUp(work, call, side)
}

async function hangUp(work: Work, call: Call, side: Side): Promise<void> {
  const ended = (end_cause: string) => ({ ended_at: work.now, end_cause })
  const { id: callId, conversationId } = call
  if (call.state === 'live' && (await advance(work, 'calls', callId, 'call.hung-up', ended('hung-up')))) {
    await work.record('call.hung-up', conversationId, { callId, side, duration: durationOf(call, work.now) })
  } else if (call.state === 'ringing' && call.placedBy === side) {
    if (await advance(work, 'calls', callId, 'call.cancelled', ended('cancelled'))) {
      await work.record('call.cancelled', conversationId, { callId })
    }
  } else if (call.state === 'ringing') {
    if (await advance(work, 'calls', callId, 'call.declined', ended('declined'))) {
      await work.record('call.declined', conversationId, { callId })
    }
  }
}

/** Milliseconds from the answer until now. */
export function durationOf(call: Call, now: number): number {
  return Math.max(0, now - (call.answeredAt ?? now))
}

/** A browser says that its end of the call is up. */
export async function keepCallAlive(context: Context, seat: Seat, callId: string): Promise<void> {
  await perform({ ...context, key: null }, async (work) => {
    const call = await callIn(work, await seated(work, seat), callId)
    await markAlive(work, call.id, seat.side, work.now)
  })
}
