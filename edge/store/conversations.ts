// Conversations as the verbs need them: the row behind the law.

import type { ConversationState } from '../domain/conversation.ts'
import type { ConversationId, CustomerId, DepartmentId, OperatorId } from '../domain/ids.ts'
import type { Assignment, Language } from '../domain/invite.ts'
import { count, maybeCount, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'
import { reach, reachArgs } from './reach.ts'

export interface Conversation {
  id: ConversationId
  customerId: CustomerId
  state: ConversationState
  assignment: Assignment
  language: Language
  message: string
  inviterId: OperatorId
  operatorId: OperatorId | null
  departmentId: DepartmentId | null
  requestedId: OperatorId | null
  deviceHash: string | null
  closedAt: number | null
  archivedAt: number | null
  createdAt: number
}

/** A conversation within an operator's reach. */
export async function conversationFor(
  reads: Reads,
  reader: { id: OperatorId; role: string },
  id: string,
): Promise<Conversation | null> {
  const row = await reads.one(`SELECT c.* FROM conversations c WHERE ${reach} AND c.id = ?3`, [
    ...reachArgs(reader),
    id,
  ])
  return row ? conversationOf(row) : null
}

/** A conversation that this device opened, and that still goes on or was closed no earlier than `closedSince`. */
export async function conversationOfDevice(
  reads: Reads,
  id: string,
  deviceHash: string,
  closedSince: number,
): Promise<Conversation | null> {
  const row = await reads.one(
    'SELECT * FROM conversations WHERE id = ? AND device_hash = ? AND coalesce(closed_at, ?3) >= ?3',
    [id, deviceHash, closedSince],
  )
  return row ? conversationOf(row) : null
}

export async function conversationById(reads: Reads, id: string): Promise<Conversation | null> {
  const row = await reads.one('SELECT * FROM conversations WHERE id = ?', [id])
  return row ? conversationOf(row) : null
}

export async function insertConversation(
  transaction: Transaction,
  conversation: Omit<Conversation, 'state' | 'operatorId' | 'deviceHash' | 'closedAt' | 'archivedAt'>,
): Promise<void> {
  const { id, customerId, assignment, language, message, inviterId, departmentId, requestedId, createdAt } =
    conversation
  await transaction.run(
    `INSERT INTO conversations (id, customer_id, state, assignment, language, message, inviter_id,
       department_id, requested_id, created_at, last_event_at)
     VALUES (?, ?, 'invited', ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      id,
      customerId,
      assignment,
      language,
      message,
      inviterId,
      departmentId,
      requestedId,
      createdAt,
      createdAt,
    ],
  )
}

export async function setDevice(
  transaction: Transaction,
  id: ConversationId,
  deviceHash: string,
): Promise<void> {
  await transaction.run('UPDATE conversations SET device_hash = ? WHERE id = ?', [deviceHash, id])
}

export async function activeOf(reads: Reads, operatorId: OperatorId): Promise<Conversation[]> {
  const rows = await reads.all(`SELECT * FROM conversations WHERE operator_id = ? AND state = 'active'`, [
    operatorId,
  ])
  return rows.map(conversationOf)
}

/** Open conversations in which nothing has happened since `before`. */
export async function silentSince(reads: Reads, before: number, limit: number): Promise<Conversation[]> {
  const rows = await reads.all(
    `SELECT * FROM conversations WHERE state IN ('waiting', 'offered', 'active') AND last_event_at < ? LIMIT ?`,
    [before, limit],
  )
  return rows.map(conversationOf)
}

/** Conversations that were closed before `before` and never filed. */
export async function unfiledSince(reads: Reads, before: number, limit: number): Promise<Conversation[]> {
  const rows = await reads.all(
    `SELECT * FROM conversations WHERE state = 'closed' AND closed_at < ? LIMIT ?`,
    [before, limit],
  )
  return rows.map(conversationOf)
}

function conversationOf(row: Row): Conversation {
  return {
    id: text(row, 'id') as ConversationId,
    customerId: text(row, 'customer_id') as CustomerId,
    state: text(row, 'state') as ConversationState,
    assignment: text(row, 'assignment') as Assignment,
    language: text(row, 'language') as Language,
    message: text(row, 'message'),
    inviterId: text(row, 'inviter_id') as OperatorId,
    operatorId: maybeText(row, 'operator_id') as OperatorId | null,
    departmentId: maybeText(row, 'department_id') as DepartmentId | null,
    requestedId: maybeText(row, 'requested_id') as OperatorId | null,
    deviceHash: maybeText(row, 'device_hash'),
    closedAt: maybeCount(row, 'closed_at'),
    archivedAt: maybeCount(row, 'archived_at'),
    createdAt: count(row, 'created_at'),
  }
}
