import type { ConversationState } from '../../edge/domain/conversation.ts'
import type { Caller } from './caller.ts'

export interface Invited {
  conversationId: string
  link: string
}

/** A link made over the API, where its form is not what the test is about. */
export async function invite(operator: Caller, wish: Record<string, unknown> = {}): Promise<Invited> {
  const body = { phone: '+905321234567', customerName: 'Cem Yılmaz', assignment: 'direct', ...wish }
  const answer = await operator.post<Invited>('/api/invites', body)
  if (answer.status !== 201) throw new Error(`no invite: ${JSON.stringify(answer.body)}`)
  return answer.body
}

export async function stateOf(operator: Caller, conversationId: string): Promise<ConversationState> {
  const { body } = await operator.get<{ state: ConversationState }>(`/api/conversations/${conversationId}`)
  return body.state
}
