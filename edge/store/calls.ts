// Calls. A conversation has at most one open one; the schema holds that.

import type { CallState } from '../domain/call.ts'
import type { CallId, ConversationId } from '../domain/ids.ts'
import type { Side } from '../domain/tickets.ts'
import { count, maybeCount, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface Call {
  id: CallId
  conversationId: ConversationId
  state: Exclude<CallState, 'none'>
  placedBy: Side
  placedAt: number
  answeredAt: number | null
  endedAt: number | null
}

/** `false`: the conversation has an open call already. */
export async function insertCall(
  transaction: Transaction,
  call: Pick<Call, 'id' | 'conversationId' | 'placedBy'> & { state: 'ringing' | 'live' },
  now: number,
): Promise<boolean> {
  const changed = await transaction.run(
    `INSERT INTO calls (id, conversation_id, state, placed_by, placed_at, answered_at, customer_seen_at, operator_seen_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?5) ON CONFLICT DO NOTHING`,
    [call.id, call.conversationId, call.state, call.placedBy, now, call.state === 'live' ? now : null],
  )
  return changed === 1
}

export async function openCallOf(reads: Reads, id: ConversationId): Promise<Call | null> {
  const row = await reads.one(`SELECT * FROM calls WHERE conversation_id = ? AND state <> 'ended'`, [id])
  return row ? callOf(row) : null
}

export async function callById(reads: Reads, id: string): Promise<Call | null> {
  const row = await reads.one('SELECT * FROM calls WHERE id = ?', [id])
  return row ? callOf(row) : null
}

export async function markAlive(
  transaction: Transaction,
  id: CallId,
  side: Side,
  now: number,
): Promise<void> {
  const column = side === 'customer' ? 'customer_seen_at' : 'operator_seen_at'
  await transaction.run(`UPDATE calls SET ${column} = ? WHERE id = ? AND state = 'live'`, [now, id])
}

export async function missedCalls(reads: Reads, placedBefore: number, limit: number): Promise<Call[]> {
  const rows = await reads.all(`SELECT * FROM calls WHERE state = 'ringing' AND placed_at < ? LIMIT ?`, [
    placedBefore,
    limit,
  ])
  return rows.map(callOf)
}

/** Live calls of which neither side was heard since `seenBefore`. */
export async function lostCalls(reads: Reads, seenBefore: number, limit: number): Promise<Call[]> {
  const rows = await reads.all(
    `SELECT * FROM calls WHERE state = 'live' AND max(customer_seen_at, operator_seen_at) < ? LIMIT ?`,
    [seenBefore, limit],
  )
  return rows.map(callOf)
}

function callOf(row: Row): Call {
  return {
    id: text(row, 'id') as CallId,
    conversationId: text(row, 'conversation_id') as ConversationId,
    state: text(row, 'state') as Call['state'],
    placedBy: text(row, 'placed_by') as Side,
    placedAt: count(row, 'placed_at'),
    answeredAt: maybeCount(row, 'answered_at'),
    endedAt: maybeCount(row, 'ended_at'),
  }
}
