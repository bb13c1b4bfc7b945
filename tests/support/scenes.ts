// Conversations brought to where a test begins, by the same requests that people's browsers make.

import type { ConversationSummary, InviteAnswer, OpenCall, Visit } from '../../edge/domain/wire.ts'
import type { Answer, Caller } from './caller.ts'
import type { Operator, TestEdge } from './house.ts'

export interface Scene {
  id: string
  operator: Operator
  customer: Caller
  link: string
  token: string
}

let lastPhone = 0
export const nextPhone = () => `+90532${String(1_000_000 + lastPhone++)}`

export async function invited(operator: Operator, facts: object = {}): Promise<Omit<Scene, 'customer'>> {
  const asked = { phone: nextPhone(), assignment: 'direct', ...facts }
  const { conversationId: id, link } = done(await operator.post<InviteAnswer>('/api/invites', asked))
  return { id, operator, link, token: link.split('#')[1] ?? '' }
}

/** The customer came, and the job rings for the first operator who is free. */
export async function opened(house: TestEdge, operator: Operator, facts: object = {}): Promise<Scene> {
  const scene = await invited(operator, facts)
  const customer = house.stranger()
  done(await customer.post<Visit>('/api/visits', { token: scene.token }))
  return { ...scene, customer }
}

export async function active(house: TestEdge, operator: Operator, facts: object = {}): Promise<Scene> {
  const scene = await opened(house, operator, facts)
  done(await operator.post(`/api/jobs/${await jobOf(house, scene.id)}/accept`))
  return scene
}

export async function closed(house: TestEdge, operator: Operator, facts: object = {}): Promise<Scene> {
  const scene = await active(house, operator, facts)
  done(await scene.customer.post(`/api/visits/${scene.id}/close`))
  return scene
}

export async function archived(house: TestEdge, operator: Operator, facts: object = {}): Promise<Scene> {
  const scene = await active(house, operator, facts)
  done(await operator.post(`/api/conversations/${scene.id}/archive`, { reason: 'resolved' }))
  return scene
}

/** A conversation without its call, in which somebody placed a new one that rings. */
export async function ringing(house: TestEdge, operator: Operator, by: 'customer' | 'operator') {
  const scene = await active(house, operator)
  await hangUp(house, scene)
  const path = by === 'customer' ? `/api/visits/${scene.id}` : `/api/conversations/${scene.id}`
  const call = done(await scene[by].post<OpenCall>(`${path}/calls`))
  return { ...scene, callId: call.id }
}

export async function hangUp(house: TestEdge, { id, operator }: Scene): Promise<void> {
  done(await operator.post(`/api/conversations/${id}/calls/${await callOf(house, id)}/end`))
}

export async function jobOf(house: TestEdge, id: string): Promise<string> {
  return one(
    await house.rows(
      'SELECT id FROM jobs WHERE conversation_id = ? ORDER BY created_at DESC, rowid DESC LIMIT 1',
      [id],
    ),
  )
}

export async function callOf(house: TestEdge, id: string): Promise<string> {
  return one(
    await house.rows(
      'SELECT id FROM calls WHERE conversation_id = ? ORDER BY placed_at DESC, rowid DESC LIMIT 1',
      [id],
    ),
  )
}

/** The name of whose telephone rings for the conversation, or null. */
export async function ringsFor(house: TestEdge, id: string): Promise<string | null> {
  const [row] = await house.rows(
    `SELECT o.name FROM offers f JOIN operators o ON o.id = f.operator_id JOIN jobs j ON j.id = f.job_id
     WHERE f.state = 'open' AND j.conversation_id = ?`,
    [id],
  )
  return row ? String(row.name) : null
}

export async function stateOf(house: TestEdge, id: string): Promise<ConversationSummary['state']> {
  const [row] = await house.rows('SELECT state FROM conversations WHERE id = ?', [id])
  return row?.state as ConversationSummary['state']
}

/** The body of an answer that went well; a refusal fails the test with its words. */
export function done<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

function one(rows: { id?: unknown }[]): string {
  if (typeof rows[0]?.id !== 'string') throw new Error('nothing was found')
  return rows[0].id
}
