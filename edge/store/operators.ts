// Operators and their sessions.

import type { DepartmentId, OperatorId } from '../domain/ids.ts'
import type { OperatorStatus } from '../domain/job.ts'
import type { OperatorRow, Team } from '../domain/wire.ts'
import { count, maybeCount, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface Operator {
  id: OperatorId
  email: string
  name: string
  role: 'admin' | 'operator'
  status: OperatorStatus
  conversationLimit: number
  passwordHash: string | null
  joinExpiresAt: number | null
  disabledAt: number | null
}

// Named one by one: each column that is read costs, and there are more.
const columns = [
  ...['id', 'email', 'name', 'role', 'status', 'conversation_limit'],
  ...['password_hash', 'join_expires_at', 'disabled_at'],
]
  .map((column) => `o.${column}`)
  .join(', ')

export async function operatorByEmail(reads: Reads, email: string): Promise<Operator | null> {
  return operatorOf(await reads.one(`SELECT ${columns} FROM operators o WHERE o.email = ?`, [email]))
}

export async function operatorById(reads: Reads, id: string): Promise<Operator | null> {
  return operatorOf(await reads.one(`SELECT ${columns} FROM operators o WHERE o.id = ?`, [id]))
}

export async function operatorByJoinToken(reads: Reads, hash: string): Promise<Operator | null> {
  return operatorOf(await reads.one(`SELECT ${columns} FROM operators o WHERE o.join_token_hash = ?`, [hash]))
}

/** Whose session it is, while it lives and the operator is not disabled. */
export async function operatorBySession(
  reads: Reads,
  tokenHash: string,
  now: number,
): Promise<Operator | null> {
  return operatorOf(
    await reads.one(
      `SELECT ${columns} FROM sessions s JOIN operators o ON o.id = s.operator_id
       WHERE s.token_hash = ? AND s.expires_at > ? AND o.disabled_at IS NULL`,
      [tokenHash, now],
    ),
  )
}

/** Of the sessions that live, the roles of whom they are. */
export async function rolesOfSessions(
  reads: Reads,
  tokenHashes: readonly string[],
  now: number,
): Promise<Map<string, Operator['role']>> {
  const rows = await reads.all(
    `SELECT s.token_hash, o.role FROM sessions s JOIN operators o ON o.id = s.operator_id
     WHERE s.token_hash IN (SELECT value FROM json_each(?)) AND s.expires_at > ? AND o.disabled_at IS NULL`,
    [JSON.stringify(tokenHashes), now],
  )
  return new Map(rows.map((row) => [text(row, 'token_hash'), text(row, 'role') as Operator['role']]))
}

export async function hasOperators(reads: Reads): Promise<boolean> {
  return (await reads.one('SELECT 1 AS yes FROM operators LIMIT 1')) !== undefined
}

export async function insertOperator(
  transaction: Transaction,
  operator: Pick<Operator, 'id' | 'email' | 'name' | 'role' | 'passwordHash' | 'conversationLimit'>,
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO operators (id, email, name, role, password_hash, conversation_limit, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      operator.id,
      operator.email,
      operator.name,
      operator.role,
      operator.passwordHash,
      operator.conversationLimit,
      now,
    ],
  )
}

export async function changeOperator(
  transaction: Transaction,
  id: OperatorId,
  to: Partial<{
    name: string
    role: Operator['role']
    status: OperatorStatus
    online_since: number
    conversation_limit: number
    password_hash: string
    join_token_hash: string | null
    join_expires_at: number | null
    disabled_at: number | null
  }>,
): Promise<void> {
  const columns = Object.keys(to)
  if (columns.length === 0) return
  const sets = columns.map((column) => `${column} = ?`).join(', ')
  await transaction.run(`UPDATE operators SET ${sets} WHERE id = ?`, [...Object.values(to), id])
}

export async function noteListening(transaction: Transaction, id: OperatorId, now: number): Promise<void> {
  await transaction.run('UPDATE operators SET listening_at = ?1 WHERE id = ?2', [now, id])
}

/** Whether no page of the conversation's operator was heard of since then, and a device of theirs could be told instead. */
export async function isAwayWithDevice(
  reads: Reads,
  conversationId: string,
  since: number,
): Promise<boolean> {
  const row = await reads.one(
    `SELECT 1 AS yes FROM conversations c JOIN operators o ON o.id = c.operator_id
     WHERE c.id = ? AND o.listening_at <= ?
       AND EXISTS (SELECT 1 FROM push_devices d WHERE d.operator_id = o.id AND d.enabled = 1)`,
    [conversationId, since],
  )
  return row !== undefined
}

/** Whose pages were heard of since then. */
export async function listeningOperators(reads: Reads, since: number): Promise<Set<string>> {
  const rows = await reads.all('SELECT id FROM operators WHERE listening_at > ?', [since])
  return new Set(rows.map((row) => text(row, 'id')))
}

export async function insertSession(
  transaction: Transaction,
  session: { tokenHash: string; operatorId: OperatorId; expiresAt: number },
  now: number,
): Promise<void> {
  await transaction.run(
    'INSERT INTO sessions (token_hash, operator_id, created_at, expires_at) VALUES (?, ?, ?, ?)',
    [session.tokenHash, session.operatorId, now, session.expiresAt],
  )
}

export async function deleteSession(transaction: Transaction, tokenHash: string): Promise<void> {
  await transaction.run('DELETE FROM sessions WHERE token_hash = ?', [tokenHash])
}

export async function forgetSessions(transaction: Transaction, now: number): Promise<void> {
  await transaction.run('DELETE FROM sessions WHERE expires_at < ?', [now])
}

/** Takes every session of an operator away. They stay known, so that each device hears that it was, and wipes itself. */
export async function revokeSessionsOf(transaction: Transaction, id: OperatorId, now: number): Promise<void> {
  await transaction.run(
    `INSERT OR IGNORE INTO revoked_sessions (token_hash, at)
     SELECT token_hash, ? FROM sessions WHERE operator_id = ?`,
    [now, id],
  )
  await transaction.run('DELETE FROM sessions WHERE operator_id = ?', [id])
}

/** The same with one session: a device that was lost, say. */
export async function revokeSession(transaction: Transaction, tokenHash: string, now: number): Promise<void> {
  await transaction.run('INSERT OR IGNORE INTO revoked_sessions (token_hash, at) VALUES (?, ?)', [
    tokenHash,
    now,
  ])
  await deleteSession(transaction, tokenHash)
}

export async function wasRevoked(reads: Reads, tokenHash: string): Promise<boolean> {
  return (
    (await reads.one('SELECT 1 AS yes FROM revoked_sessions WHERE token_hash = ?', [tokenHash])) !== undefined
  )
}

export async function forgetRevoked(transaction: Transaction, before: number): Promise<void> {
  await transaction.run('DELETE FROM revoked_sessions WHERE at < ?', [before])
}

/** Everybody, and the departments. */
export async function readPeople(reads: Reads): Promise<Pick<Team, 'operators' | 'departments'>> {
  const members = await reads.all('SELECT department_id, operator_id FROM department_members')
  const operators = await reads.all('SELECT * FROM operators ORDER BY name COLLATE NOCASE')
  const departments = await reads.all('SELECT id, name FROM departments ORDER BY name COLLATE NOCASE')
  return {
    operators: operators.map((row) => operatorRow(row, members)),
    departments: departments.map((row) => ({ id: text(row, 'id') as DepartmentId, name: text(row, 'name') })),
  }
}

function operatorRow(row: Row, members: Row[]): OperatorRow {
  const id = text(row, 'id') as OperatorId
  const mine = members.filter((member) => member.operator_id === id)
  return {
    id,
    name: text(row, 'name'),
    email: text(row, 'email'),
    role: text(row, 'role') as OperatorRow['role'],
    status: text(row, 'status') as OperatorStatus,
    conversationLimit: count(row, 'conversation_limit'),
    departmentIds: mine.map((member) => text(member, 'department_id') as DepartmentId),
    pending: row.password_hash == null,
    disabled: row.disabled_at != null,
  }
}

function operatorOf(row: Row | undefined): Operator | null {
  if (!row) return null
  return {
    id: text(row, 'id') as OperatorId,
    email: text(row, 'email'),
    name: text(row, 'name'),
    role: text(row, 'role') as Operator['role'],
    status: text(row, 'status') as OperatorStatus,
    conversationLimit: count(row, 'conversation_limit'),
    passwordHash: maybeText(row, 'password_hash'),
    joinExpiresAt: maybeCount(row, 'join_expires_at'),
    disabledAt: maybeCount(row, 'disabled_at'),
  }
}
