// Puts a small team and an archive into an empty house, with times that lie in the past. For the demonstration alone:
// it writes the rows that the verbs would have left, five hundred conversations in seconds.

import type { ConversationId, CustomerId, DepartmentId, OperatorId } from '../../domain/ids.ts'
import { hashPassword } from '../../domain/secrets.ts'
import type { Rating } from '../../domain/survey.ts'
import { insertConversation } from '../../store/conversations.ts'
import { keepCustomer } from '../../store/customers.ts'
import type { Database, Transaction } from '../../store/database.ts'
import { appendEvent, type NewEvent } from '../../store/events.ts'
import { insertOperator } from '../../store/operators.ts'
import { insertSurvey } from '../../store/surveys.ts'
import { insertTag } from '../../store/tags.ts'
import { keepTemplate } from '../../store/templates.ts'
import { comments, customerNames, type Story, stories } from './stories.ts'

export const demoPassword = 'visavis demo'
const team = [
  { name: 'Deniz Kaya', email: 'deniz@demo.example', role: 'admin' },
  { name: 'Ayşe Demir', email: 'ayse@demo.example', role: 'operator' },
  { name: 'Mark Olsen', email: 'mark@demo.example', role: 'operator' },
  { name: 'Zeynep Ak', email: 'zeynep@demo.example', role: 'operator' },
] as const

type Member = (typeof team)[number] & { id: OperatorId }

const archived = 500
const atOnce = 50
const minute = 60_000
const day = 24 * 60 * minute

/** @returns whom to sign in as */
export async function furnish(database: Database, now = Date.now()): Promise<{ email: string }> {
  const passwordHash = await hashPassword(demoPassword)
  const members = team.map((one) => ({ ...one, id: crypto.randomUUID() as OperatorId }))
  await database.write((transaction) => addTeam(transaction, members, passwordHash, now))
  for (let from = 0; from < archived; from += atOnce) {
    await database.write(async (transaction) => {
      for (let at = from; at < from + atOnce; at++) await addConversation(transaction, members, at, now)
    })
  }
  return { email: team[0].email }
}

async function addTeam(
  transaction: Transaction,
  members: readonly Member[],
  passwordHash: string,
  now: number,
) {
  for (const { id, name, email, role } of members)
    await insertOperator(
      transaction,
      { id, name, email, role, passwordHash, conversationLimit: 3 },
      now - 90 * day,
    )
  for (const [at, name] of ['Support', 'Returns'].entries()) {
    const id = crypto.randomUUID() as DepartmentId
    await transaction.run('INSERT INTO departments (id, name, created_at) VALUES (?, ?, ?)', [id, name, now])
    for (const { id: member } of members.slice(at, at + 3))
      await transaction.run('INSERT INTO department_members VALUES (?, ?)', [id, member])
  }
  const text = 'Hello {name}, {team} would like to see what you see. Tap here:'
  await keepTemplate(transaction, { id: crypto.randomUUID(), name: 'Have a look', language: 'en', text })
}

/** The newest an hour ago, the others before it, over three months. */
async function addConversation(
  transaction: Transaction,
  members: readonly Member[],
  at: number,
  now: number,
) {
  const story = stories[(at * 7) % stories.length] as Story
  const member = members[at % members.length] as Member
  const id = crypto.randomUUID() as ConversationId
  const began = now - 60 * minute - Math.floor(at * 4.3 * 60) * minute
  const name = customerNames[(at * 5) % customerNames.length] ?? ''
  const phone = `+44${7_700_900_000 + at}`
  const customer = { id: crypto.randomUUID() as CustomerId, phone, name }
  await insertConversation(transaction, {
    id,
    customerId: await keepCustomer(transaction, customer as never, began),
    assignment: at % 3 === 0 ? 'normal' : 'direct',
    language: story.language,
    message: '',
    inviterId: member.id,
    departmentId: null,
    requestedId: null,
    createdAt: began,
  })
  const ended = await tell(transaction, { id, story, member, began, at })
  await transaction.run(
    `UPDATE conversations SET state = 'archived', operator_id = ?2, opened_at = ?3, waiting_since = ?3, accepted_at = ?4,
       closed_at = ?5, closed_by = 'operator', archived_at = ?5, reason = ?6, last_event_at = ?5 WHERE id = ?1`,
    [id, member.id, began + minute, began + minute + 12_000, ended, story.reason],
  )
}

interface Told {
  id: ConversationId
  story: Story
  member: Member
  began: number
  at: number
}

/** The events of one conversation, in order. Answers with when it ended. */
async function tell(transaction: Transaction, { id, story, member, began, at }: Told): Promise<number> {
  const operator = { kind: 'operator', id: member.id, name: member.name } as const
  const customer = { kind: 'customer' } as const
  let now = began
  const happens = (type: NewEvent['type'], data: object, actor: NewEvent['actor'], after: number) => {
    now += after
    return appendEvent(transaction, { type, conversationId: id, data, actor, at: now } as NewEvent)
  }
  const callId = crypto.randomUUID()
  const taken = { jobId: crypto.randomUUID(), operatorId: member.id, operatorName: member.name }
  const invited = { assignment: at % 3 === 0 ? 'normal' : 'direct', expiresAt: began + day, again: false }
  await happens('conversation.invited', invited, operator, 0)
  await happens('link.opened', { linkId: crypto.randomUUID() }, customer, minute)
  await happens('job.accepted', taken, operator, 12_000)
  await happens('call.answered', { callId }, operator, 10)
  const answered = now
  for (const [turn, text] of story.words.entries()) {
    const side = turn % 2 === 0 ? 'operator' : 'customer'
    const posted = { messageId: crypto.randomUUID(), side, text }
    await happens(
      'message.posted',
      posted,
      side === 'operator' ? operator : customer,
      25_000 + (at % 9) * 4_000,
    )
  }
  await happens(
    'call.hung-up',
    { callId, side: 'operator', duration: now + 20_000 - answered },
    operator,
    20_000,
  )
  await addCall(transaction, { id, callId, answered, ended: now })
  await happens('conversation.closed', {}, operator, 1_000)
  await insertTag(transaction, id, story.tag)
  await happens('conversation.archived', { reason: story.reason }, operator, 10)
  const ended = now
  if (at % 4 !== 3) await rate(transaction, id, at, ended)
  return ended
}

async function addCall(
  transaction: Transaction,
  { id, callId, answered, ended }: { id: string; callId: string; answered: number; ended: number },
) {
  await transaction.run(
    `INSERT INTO calls (id, conversation_id, state, placed_by, placed_at, answered_at, ended_at, end_cause,
       customer_seen_at, operator_seen_at) VALUES (?1, ?2, 'ended', 'customer', ?3, ?3, ?4, 'hung-up', ?4, ?4)`,
    [callId, id, answered, ended],
  )
}

async function rate(transaction: Transaction, id: ConversationId, at: number, ended: number): Promise<void> {
  const rating = ([5, 4, 5, 3, 5, 4, 2, 5] as const)[at % 8] as Rating
  const comment = comments[at % comments.length] ?? ''
  await insertSurvey(transaction, { conversationId: id, rating, comment }, ended + 30_000)
  const answered = { type: 'survey.answered', data: { rating, comment }, actor: { kind: 'customer' } }
  await appendEvent(transaction, { ...answered, conversationId: id, at: ended + 30_000 } as NewEvent)
}
