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

// Named one by one: each column that is read costs, and there are more.
const columns = [
  ...['id', 'customer_id', 'state', 'assignment', 'language', 'message', 'inviter_id', 'operator_id'],
  ...['department_id', 'requested_id', 'device_hash', 'closed_at', 'archived_at', 'created_at'],
]
  .map((column) => `c.${column}`)
  .join(', ')

/** A conversation within an operator's reach. */
export async function conversationFor(
  reads: Reads,
  reader: { id: OperatorId; role: string },
  id: string,
): Promise<Conversation | null> {
  const row = await reads.one(`SELECT ${columns} FROM conversations c WHERE ${reach} AND c.id = ?3`, [
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
    `SELECT ${columns} FROM conversations c WHERE c.id = ? AND c.device_hash = ? AND coalesce(c.closed_at, ?3) >= ?3`,
    [id, deviceHash, closedSince],
  )
  return row ? conversationOf(row) : null
}

/** Of the conversations that still go on, or were closed no earlier than `closedSince`, the hashes of their devices. */
export async function devicesOfConversations(
  reads: Reads,
  ids: readonly string[],
  closedSince: number,
): Promise<Map<string, string>> {
  const rows = await reads.all(
    `SELECT id, device_hash FROM conversations
     WHERE id IN (SELECT value FROM json_each(?1)) AND device_hash IS NOT NULL AND coalesce(closed_at, ?2) >= ?2`,
    [JSON.stringify(ids), closedSince],
  )
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'device_hash')]))
}

export async function conversationById(reads: Reads, id: string): Promise<Conversation | null> {
  const row = await reads.one(`SELECT ${columns} FROM conversations c WHERE c.id = ?`, [id])
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
  const rows = await reads.all(
    `SELECT ${columns} FROM conversations c WHERE operator_id = ? AND state = 'active'`,
    [operatorId],
  )
  return rows.map(conversationOf)
}

/** Open conversations in which nothing has happened since `before`. */
export async function silentSince(reads: Reads, before: number, limit: number): Promise<Conversation[]> {
  const rows = await reads.all(
    `SELECT ${columns} FROM conversations c WHERE state IN ('waiting', 'offered', 'active') AND last_event_at < ? LIMIT ?`,
    [before, limit],
  )
  return rows.map(conversationOf)
}

/** Conversations that were closed before `before` and never filed. */
export async function unfiledSince(reads: Reads, before: number, limit: number): Promise<Conversation[]> {
  const rows = await reads.all(
    `SELECT ${columns} FROM conversations c WHERE state = 'closed' AND closed_at < ? LIMIT ?`,
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
