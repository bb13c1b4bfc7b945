import type { AnyEvent } from '../domain/events.ts'
import { messageLimit, readMessage } from '../domain/message.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Context } from './context.ts'
import { tellAway } from './order-push.ts'
import { perform } from './perform.ts'
import { assertOpen, type Seat, seated } from './seat.ts'

/** A message from either side. Its id is the request's key, so sending it again posts nothing new. */
export async function postMessage(context: Context, seat: Seat, text: string): Promise<AnyEvent> {
  return perform(context, async (work) => {
    const kept = readMessage(text)
    if (kept === null) throw refuseMessage(text)
    const conversation = await seated(work, seat)
    assertOpen(conversation, seat.side)
    const messageId = context.key ?? work.newId()
    if (seat.side === 'customer') await tellAway(work, conversation)
    return work.record('message.posted', conversation.id, { messageId, side: seat.side, text: kept })
  })
}

export function refuseMessage(text: string): Refusal {
  if (text.length > messageLimit) {
    return new Refusal('too-large', `A message has ${messageLimit} characters at most.`, { field: 'text' })
  }
  return new Refusal('invalid-input', 'The message is empty.', { field: 'text' })
}
