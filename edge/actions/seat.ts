// Who sits where: a person's place in a conversation, found through membership,
// so that a stranger gets the same "not found" as for what does not exist.

import { comeBackMs } from '../domain/conversation.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import type { Side } from '../domain/tickets.ts'
import { type Conversation, conversationFor, conversationOfDevice } from '../store/conversations.ts'
import type { Reads } from '../store/database.ts'
import type { OperatorContext } from './context.ts'

export type Seat =
  | { side: 'customer'; conversationId: string; deviceHash: string; now: number }
  | { side: 'operator'; conversationId: string; me: OperatorContext['me'] }

/** The conversation, for its customer or its own operator; other operators may read it, but not act in it. */
export async function seated(reads: Reads, seat: Seat): Promise<Conversation> {
  const conversation = await within(reads, seat)
  if (seat.side === 'operator' && conversation.operatorId !== seat.me.id) {
    throw new Refusal('not-allowed', 'This conversation is not assigned to you.')
  }
  return conversation
}

/** The conversation, for everybody who may see it: its customer no longer than the link would open it. */
export async function within(reads: Reads, seat: Seat): Promise<Conversation> {
  const found =
    seat.side === 'customer'
      ? await conversationOfDevice(reads, seat.conversationId, seat.deviceHash, seat.now - comeBackMs)
      : await conversationFor(reads, seat.me, seat.conversationId)
  if (!found) throw notFound('conversation')
  return found
}

/** Refuses with "wrong-state" unless both sides can still write: the customer from the opening, the operator once active. */
export function assertOpen(conversation: Conversation, side: Side): void {
  const states = side === 'operator' ? ['active'] : ['waiting', 'offered', 'active']
  if (!states.includes(conversation.state)) throw new Refusal('wrong-state', 'This conversation is over.')
}
