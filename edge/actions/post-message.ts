import type { AnyEvent } from '../domain/events.ts'
import { messageLimit, readMessage } from '../domain/message.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Context, Work } from './context.ts'
import { isToBeToldAway, tellAway } from './order-push.ts'
import { performWith } from './perform.ts'
import { assertOpen, type Seat, seated } from './seat.ts'

/** A message from either side. Its id is the request's key, so sending it again posts nothing new. */
export async function postMessage(context: Context, seat: Seat, text: string): Promise<AnyEvent> {
  const look = (reads: Work) => Promise.all([seated(reads, seat), isToBeToldAway(reads, seat)])
  const post = async (work: Work, [conversation, isAway]: Awaited<ReturnType<typeof look>>) => {
    const kept = readMessage(text)
    if (kept === null) throw refuseMessage(text)
    assertOpen(conversation, seat.side)
    const messageId = context.key ?? work.newId()
    if (isAway) await tellAway(work, conversation)
    return work.record('message.posted', conversation.id, { messageId, side: seat.side, text: kept })
  }
  return performWith(context, look, post, seat.conversationId)
}

export function refuseMessage(text: string): Refusal {
  if (text.length > messageLimit) {
    return new Refusal('too-large', `A message has ${messageLimit} characters at most.`, { field: 'text' })
  }
  return new Refusal('invalid-input', 'The message is empty.', { field: 'text' })
}
