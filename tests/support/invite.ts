import type { ConversationState } from '../../edge/domain/conversation.ts'
import { Caller } from './caller.ts'
import type { OpenHouse } from './open-house.ts'

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

/** A customer who has opened the link, without a browser of their own. */
export async function openWithoutBrowser(house: OpenHouse, { link }: Invited): Promise<Caller> {
  const customer = callerOf(house)
  const { status } = await customer.post('/api/visits', { token: link.split('#')[1] })
  if (status !== 200) throw new Error(`the link did not open: ${status}`)
  return customer
}

export async function stateOf(operator: Caller, conversationId: string): Promise<ConversationState> {
  const { body } = await operator.get<{ state: ConversationState }>(`/api/conversations/${conversationId}`)
  return body.state
}

/** The types of what happened in a conversation, in order, as its operators may see it. */
export async function historyOf(operator: Caller, conversationId: string): Promise<string[]> {
  const path = `/api/conversations/${conversationId}/events`
  const { body } = await operator.get<{ events: { type: string }[] }>(path)
  return body.events.map(({ type }) => type)
}

export function callerOf({ url }: OpenHouse): Caller {
  return new Caller({ request: (path, init) => fetch(`${url}${path}`, init) })
}
