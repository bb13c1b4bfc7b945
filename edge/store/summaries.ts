// Conversations as the inbox and the archive list them: one query, whatever the list.

import type { ArchiveFilters } from '../domain/archive.ts'
import type { ConversationId } from '../domain/ids.ts'
import type { VisitStep } from '../domain/progress.ts'
import { excerptOf, fold } from '../domain/search.ts'
import { inTagOrder } from '../domain/tag.ts'
import type { ConversationSummary } from '../domain/wire.ts'
import { count, maybeCount, maybeText, text } from './cells.ts'
import type { Reads, Row, Value } from './database.ts'
import { reach, reachArgs } from './reach.ts'

type Reader = Parameters<typeof reachArgs>[0]

const columns = `c.*, cu.name AS customer_name, cu.phone AS customer_phone,
  inviter.name AS inviter_name, op.name AS operator_name, d.name AS department_name,
  s.state AS sms_state, s.error_code AS sms_code,
  k.id AS call_id, k.state AS call_state, k.placed_by AS call_placed_by, k.answered_at AS call_answered_at,
  m.data AS message_data, m.at AS message_at, sv.rating, p.data AS progress_data, p.at AS progress_at,
  (SELECT json_group_array(tag) FROM conversation_tags WHERE conversation_id = c.id) AS tags
  FROM conversations c
  JOIN customers cu ON cu.id = c.customer_id
  JOIN operators inviter ON inviter.id = c.inviter_id
  LEFT JOIN operators op ON op.id = c.operator_id
  LEFT JOIN departments d ON d.id = c.department_id
  LEFT JOIN sms s ON s.id = (SELECT id FROM sms WHERE conversation_id = c.id ORDER BY created_at DESC, rowid DESC LIMIT 1)
  LEFT JOIN calls k ON k.conversation_id = c.id AND k.state <> 'ended'
  LEFT JOIN events m ON m.seq = (SELECT max(seq) FROM events WHERE conversation_id = c.id
    AND type IN ('message.posted', 'attachment.shared'))
  LEFT JOIN events p ON p.seq = (SELECT max(seq) FROM events WHERE conversation_id = c.id AND type = 'visit.progressed')
  LEFT JOIN surveys sv ON sv.conversation_id = c.id`

/** Everything under way, and what expired since `expiredSince`. */
export async function openSummaries(
  reads: Reads,
  reader: Reader,
  expiredSince: number,
): Promise<ConversationSummary[]> {
  const rows = await reads.all(
    `SELECT ${columns} WHERE ${reach}
     AND (c.state NOT IN ('archived', 'expired') OR (c.state = 'expired' AND c.last_event_at > ?3))
     ORDER BY c.last_event_at DESC LIMIT 1000`,
    [...reachArgs(reader), expiredSince],
  )
  return rows.map(summaryOf)
}

export async function summaryFor(
  reads: Reads,
  reader: Reader,
  id: string,
): Promise<ConversationSummary | null> {
  const row = await reads.one(`SELECT ${columns} WHERE ${reach} AND c.id = ?3`, [...reachArgs(reader), id])
  return row ? summaryOf(row) : null
}

export interface ArchiveQuery {
  /** Only what was archived before this. */
  before: number
  /** An FTS5 expression, or `null` for everything. */
  search: string | null
  /** The words as they were typed, to be found in names and numbers too. */
  words: string
  filters: ArchiveFilters
  limit: number
}

export async function archivedSummaries(
  reads: Reads,
  reader: Reader,
  query: ArchiveQuery,
): Promise<(ConversationSummary & { excerpt: string | null })[]> {
  const rows =
    query.search === null ? await latest(reads, reader, query) : await matching(reads, reader, query)
  return rows.map((row) => ({ ...summaryOf(row), excerpt: excerptIn(row, query.words) }))
}

function excerptIn(row: Row, words: string): string | null {
  return row.hit_data == null ? null : excerptOf(saidIn(text(row, 'hit_data')).words, words)
}

function latest(reads: Reads, reader: Reader, query: ArchiveQuery): Promise<Row[]> {
  const args: Value[] = [...reachArgs(reader), query.before, query.limit, ...filterArgs(query.filters)]
  return reads.all(
    `SELECT NULL AS hit_data, ${columns} WHERE ${reach} AND c.state = 'archived' AND c.archived_at < ?3 AND ${filtered}
     ORDER BY c.archived_at DESC, c.id DESC LIMIT ?4`,
    args,
  )
}

function matching(reads: Reads, reader: Reader, query: ArchiveQuery): Promise<Row[]> {
  return reads.all(
    `WITH found AS MATERIALIZED (SELECT rowid AS seq FROM message_search WHERE message_search MATCH ?8),
     hits AS (
       SELECT e.conversation_id AS id, max(e.seq) AS seq
       FROM found JOIN events e ON e.seq = found.seq GROUP BY e.conversation_id)
     SELECT hit.data AS hit_data, ${columns}
     LEFT JOIN hits ON hits.id = c.id LEFT JOIN events hit ON hit.seq = hits.seq
     WHERE ${reach} AND c.state = 'archived' AND c.archived_at < ?3 AND ${filtered}
       AND (hits.id IS NOT NULL OR instr(cu.folded_name, ?10) > 0 OR instr(cu.phone, ?9) > 0)
     ORDER BY c.archived_at DESC, c.id DESC LIMIT ?4`,
    [
      ...reachArgs(reader),
      query.before,
      query.limit,
      ...filterArgs(query.filters),
      query.search,
      query.words,
      fold(query.words),
    ],
  )
}

/** ?5 to ?7; an absent filter lets everything through. */
const filtered = `(?5 IS NULL OR EXISTS (SELECT 1 FROM conversation_tags WHERE conversation_id = c.id AND folded = ?5))
  AND (?6 IS NULL OR c.reason = ?6) AND (?7 IS NULL OR c.operator_id = ?7)`

function filterArgs({ tag, reason, operatorId }: ArchiveFilters): Value[] {
  return [tag === null ? null : fold(tag), reason, operatorId]
}

function summaryOf(row: Row): ConversationSummary {
  return {
    id: text(row, 'id') as ConversationId,
    state: text(row, 'state') as ConversationSummary['state'],
    assignment: text(row, 'assignment') as ConversationSummary['assignment'],
    language: text(row, 'language') as ConversationSummary['language'],
    customer: { name: text(row, 'customer_name'), phone: text(row, 'customer_phone') },
    message: text(row, 'message'),
    inviter: named(row, 'inviter') as ConversationSummary['inviter'],
    operator: named(row, 'operator') as ConversationSummary['operator'],
    department: named(row, 'department') as ConversationSummary['department'],
    sms: smsOf(row),
    progress: progressOf(row),
    call: callOf(row),
    createdAt: count(row, 'created_at'),
    waitingSince: maybeCount(row, 'waiting_since'),
    closedAt: maybeCount(row, 'closed_at'),
    archivedAt: maybeCount(row, 'archived_at'),
    lastEventAt: count(row, 'last_event_at'),
    lastMessage: messageOf(row),
    reason: maybeText(row, 'reason') as ConversationSummary['reason'],
    rating: maybeCount(row, 'rating') as ConversationSummary['rating'],
    tags: inTagOrder(JSON.parse(text(row, 'tags')) as string[]),
  }
}

function named(row: Row, what: string): { id: string; name: string } | null {
  const id = maybeText(row, `${what}_id`)
  return id === null ? null : { id, name: text(row, `${what}_name`) }
}

function smsOf(row: Row): ConversationSummary['sms'] {
  const state = maybeText(row, 'sms_state')
  if (state === null) return null
  return { state, code: maybeCount(row, 'sms_code') } as ConversationSummary['sms']
}

function progressOf(row: Row): ConversationSummary['progress'] {
  if (row.progress_data == null) return null
  const { step } = JSON.parse(text(row, 'progress_data')) as { step: VisitStep }
  return { step, at: count(row, 'progress_at') }
}

function callOf(row: Row): ConversationSummary['call'] {
  if (row.call_id == null) return null
  return {
    id: text(row, 'call_id'),
    state: text(row, 'call_state'),
    placedBy: text(row, 'call_placed_by'),
    answeredAt: maybeCount(row, 'call_answered_at'),
  } as ConversationSummary['call']
}

function messageOf(row: Row): ConversationSummary['lastMessage'] {
  if (row.message_data == null) return null
  const { words, side } = saidIn(text(row, 'message_data'))
  return { text: words.slice(0, 140), side, at: count(row, 'message_at') }
}

/** Of a message its text, of a file its name. */
function saidIn(data: string): { words: string; side: 'customer' | 'operator' } {
  const { text = '', name = text, side } = JSON.parse(data)
  return { words: name, side }
}
