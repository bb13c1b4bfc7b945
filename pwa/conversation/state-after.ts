import {
  type ConversationState,
  type ConversationStep,
  conversationSteps,
} from '../../edge/domain/conversation.ts'
import type { EventType } from '../../edge/domain/events.ts'

/**
 * The conversation's state after the event, by the edge's own table. A customer is not
 * told to whom the job is offered, so for them waiting may go where offered goes.
 */
export function stateAfter(state: ConversationState, type: EventType): ConversationState {
  const unseen = state === 'waiting' ? conversationSteps.offered : undefined
  const event = type as ConversationStep
  return conversationSteps[state][event] ?? unseen?.[event] ?? state
}
