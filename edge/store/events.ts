// The log. Rows are only ever added; `seq` is the order in which they were committed.

import {
  type Actor,
  type AnyEvent,
  customerEventTypes,
  type EventOf,
  type EventType,
} from '../domain/events.ts'
import type { ConversationId, OperatorId } from '../domain/ids.ts'
import type { VisitStep } from '../domain/progress.ts'
import { count, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'
import { reach, reachArgs } from './reach.ts'
import { isAmong, type Readers, readerColumns, readersOf } from './readers.ts'

export type NewEvent = { [T in EventType]: Omit<EventOf<T>, 'seq'> }[EventType]

export async function appendEvent(transaction: Transaction, event: NewEvent): Promise<AnyEvent> {
  const actorId = event.actor.kind === 'operator' ? event.actor.id : null
  const [[row] = []] = await transaction.batch([
    {
      sql: `INSERT INTO events (conversation_id, type, actor_kind, actor_id, data, at)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING seq`,
      args: [
        event.conversationId,
        event.type,
        event.actor.kind,
        actorId,
        JSON.stringify(event.data),
        event.at,
      ],
    },
    {
      sql: 'UPDATE conversations SET last_event_at = max(last_event_at, ?) WHERE id = ?',
      args: [event.at, event.conversationId],
    },
  ])
  return { ...event, seq: row ? count(row, 'seq') : 0 } as AnyEvent
}

const columns = `e.seq, e.conversation_id, e.type, e.actor_kind, e.actor_id, e.data, e.at, o.name AS actor_name
  FROM events e LEFT JOIN operators o ON o.id = e.actor_id`

export interface Batch {
  events: AnyEvent[]
  /** Go on after this; it moves past events that this reader may not see. */
  upTo: number
}

const batchSize = 500

export async function lastSeq(reads: Reads): Promise<number> {
  const row = await reads.one('SELECT coalesce(max(seq), 0) AS seq FROM events')
  return row ? count(row, 'seq') : 0
}

/** What an operator may see after `after`, oldest first: also what they did themselves, such as handing on what they then cannot reach. */
export async function operatorBatch(
  reads: Reads,
  reader: { id: OperatorId; role: string },
  after: number,
): Promise<Batch> {
  const end = await lastSeq(reads)
  const rows = await reads.all(
    `SELECT ${columns} LEFT JOIN conversations c ON c.id = e.conversation_id
     WHERE e.seq > ?3 AND e.seq <= ?4 AND (e.conversation_id IS NULL OR e.actor_id = ?1 OR ${reach})
     ORDER BY e.seq LIMIT ${batchSize}`,
    [...reachArgs(reader), after, end],
  )
  return batchOf(rows, end)
}

/** An event with those who may see it, as reach was when it was read. */
export interface LogEntry {
  event: AnyEvent
  readers: Readers
}

/** The log after `after`, oldest first, for whoever reads it for many. */
export async function logAfter(
  reads: Reads,
  after: number,
): Promise<{ entries: LogEntry[]; isFull: boolean }> {
  const rows = await reads.all(
    `SELECT e.seq, e.conversation_id, e.type, e.actor_kind, e.actor_id, e.data, e.at, o.name AS actor_name,
       ${readerColumns('e.actor_id,')}
     FROM events e LEFT JOIN operators o ON o.id = e.actor_id LEFT JOIN conversations c ON c.id = e.conversation_id
     WHERE e.seq > ? ORDER BY e.seq LIMIT ${batchSize}`,
    [after],
  )
  return {
    // What is nobody's conversation is the whole team's.
    entries: rows.map((row) => ({
      event: eventOf(row),
      readers: row.conversation_id === null ? null : readersOf(row),
    })),
    isFull: rows.length === batchSize,
  }
}

export function maySee(reader: { id: OperatorId; role: string }, { readers }: LogEntry): boolean {
  return isAmong(readers, reader)
}

/** What the customer of a conversation may see after `after`, oldest first. */
export async function customerBatch(reads: Reads, id: ConversationId, after: number): Promise<Batch> {
  const end = await lastSeq(reads)
  const types = customerEventTypes.map((type) => `'${type}'`).join(', ')
  const rows = await reads.all(
    `SELECT ${columns} WHERE e.conversation_id = ? AND e.seq > ? AND e.seq <= ? AND e.type IN (${types})
     ORDER BY e.seq LIMIT ${batchSize}`,
    [id, after, end],
  )
  return batchOf(rows, end)
}

/** The `limit` events of a conversation before `before`, oldest first. */
export async function eventsBefore(
  reads: Reads,
  id: ConversationId,
  before: number,
  limit: number,
): Promise<AnyEvent[]> {
  const rows = await reads.all(
    `SELECT ${columns} WHERE e.conversation_id = ? AND e.seq < ? ORDER BY e.seq DESC LIMIT ?`,
    [id, before, limit],
  )
  return rows.map(eventOf).reverse()
}

/** How far the customer's page got last. */
export async function latestProgress(reads: Reads, id: ConversationId): Promise<VisitStep | null> {
  const row = await reads.one(
    `SELECT json_extract(data, '$.step') AS step FROM events
     WHERE seq = (SELECT max(seq) FROM events WHERE conversation_id = ? AND type = 'visit.progressed')`,
    [id],
  )
  return row ? (text(row, 'step') as VisitStep) : null
}

function batchOf(rows: Row[], end: number): Batch {
  const events = rows.map(eventOf)
  return { events, upTo: events.length < batchSize ? end : (events.at(-1)?.seq ?? end) }
}

function eventOf(row: Row): AnyEvent {
  return {
    seq: count(row, 'seq'),
    at: count(row, 'at'),
    conversationId: maybeText(row, 'conversation_id') as ConversationId | null,
    actor: actorOf(row),
    type: text(row, 'type'),
    data: JSON.parse(text(row, 'data')),
  } as AnyEvent
}

function actorOf(row: Row): Actor {
  const kind = text(row, 'actor_kind') as Actor['kind']
  if (kind !== 'operator') return { kind }
  return { kind, id: text(row, 'actor_id') as OperatorId, name: maybeText(row, 'actor_name') ?? '' }
}
