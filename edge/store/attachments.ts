import type { AttachmentKind, FileProblem, MediaType } from '../domain/attachment.ts'
import type { AttachmentId, ConversationId, OperatorId } from '../domain/ids.ts'
import type { Side } from '../domain/tickets.ts'
import { count, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface Attachment {
  id: AttachmentId
  conversationId: ConversationId
  side: Side
  /** Who of the team sends it. */
  operator: { id: OperatorId; name: string } | null
  state: 'uploading' | 'ready' | 'refused' | 'cancelled'
  name: string
  size: number
  type: MediaType | null
  kind: AttachmentKind | null
  problem: FileProblem | null
  /** The bucket's name for its parts, for one that goes there. */
  multipart: string | null
  createdAt: number
}

const columns = `a.*, o.name AS operator_name, m.upload_id AS multipart FROM attachments a
  LEFT JOIN operators o ON o.id = a.operator_id LEFT JOIN multiparts m ON m.attachment_id = a.id`

export async function attachmentById(reads: Reads, id: string): Promise<Attachment | null> {
  const row = await reads.one(`SELECT ${columns} WHERE a.id = ?`, [id])
  return row ? attachmentOf(row) : null
}

export async function insertAttachment(
  transaction: Transaction,
  attachment: Pick<Attachment, 'id' | 'conversationId' | 'side' | 'operator' | 'name' | 'size'>,
  now: number,
): Promise<void> {
  const { id, conversationId, side, operator, name, size } = attachment
  await transaction.run(
    `INSERT INTO attachments (id, conversation_id, side, operator_id, state, name, size, created_at)
     VALUES (?, ?, ?, ?, 'uploading', ?, ?, ?)`,
    [id, conversationId, side, operator?.id ?? null, name, size, now],
  )
}

/** Bytes that a conversation holds or is about to, and the uploads that a side has under way. */
export async function attachmentLoad(
  reads: Reads,
  conversationId: ConversationId,
  side: Side,
): Promise<{ bytes: number; open: number }> {
  const row = await reads.one(
    `SELECT coalesce(sum(size), 0) AS bytes, count(*) FILTER (WHERE state = 'uploading' AND side = ?2) AS open
     FROM attachments WHERE conversation_id = ?1 AND state IN ('uploading', 'ready')`,
    [conversationId, side],
  )
  return row ? { bytes: count(row, 'bytes'), open: count(row, 'open') } : { bytes: 0, open: 0 }
}

/** The first name that was given counts, so that an announcement which is repeated is the same upload. */
export async function keepMultipart(
  transaction: Transaction,
  id: AttachmentId,
  multipart: string,
): Promise<string> {
  const sql = 'INSERT INTO multiparts (attachment_id, upload_id) VALUES (?, ?) ON CONFLICT DO NOTHING'
  await transaction.run(sql, [id, multipart])
  const row = await transaction.one('SELECT upload_id FROM multiparts WHERE attachment_id = ?', [id])
  return row ? text(row, 'upload_id') : multipart
}

/** Its sender said that all of it is in the bucket: from then on the clock sees to it, too. */
export async function markWhole(transaction: Transaction, id: AttachmentId, now: number): Promise<void> {
  const sql = 'UPDATE multiparts SET whole_at = ? WHERE attachment_id = ? AND whole_at IS NULL'
  await transaction.run(sql, [now, id])
}

export interface ReadyFacts {
  name: string
  type: MediaType
  kind: AttachmentKind
  width: number | null
  height: number | null
}

/** `false`: it is not under way any more, and nothing changed. */
export async function markReady(
  transaction: Transaction,
  id: AttachmentId,
  { name, type, kind, width, height }: ReadyFacts,
  now: number,
): Promise<boolean> {
  const changed = await transaction.run(
    `UPDATE attachments SET state = 'ready', name = ?, type = ?, kind = ?, width = ?, height = ?, ready_at = ?
     WHERE id = ? AND state = 'uploading'`,
    [name, type, kind, width, height, now, id],
  )
  return changed === 1
}

export async function markRefused(
  transaction: Transaction,
  id: AttachmentId,
  problem: FileProblem,
): Promise<void> {
  await transaction.run(
    `UPDATE attachments SET state = 'refused', problem = ? WHERE id = ? AND state = 'uploading'`,
    [problem, id],
  )
}

export async function markCancelled(transaction: Transaction, id: AttachmentId): Promise<void> {
  await transaction.run(`UPDATE attachments SET state = 'cancelled' WHERE id = ? AND state = 'uploading'`, [
    id,
  ])
}

export async function areAnyAbandoned(reads: Reads, before: number): Promise<boolean> {
  const sql = `SELECT 1 AS yes FROM attachments WHERE state = 'uploading' AND created_at < ? LIMIT 1`
  return (await reads.one(sql, [before])) !== undefined
}

export async function cancelAbandoned(transaction: Transaction, before: number): Promise<void> {
  await transaction.run(
    `UPDATE attachments SET state = 'cancelled' WHERE state = 'uploading' AND created_at < ?`,
    [before],
  )
}

/**
 * Uploads that may be whole. A look at the disk costs nothing; a bucket is asked for those alone that were called
 * whole before `wholeBefore`, and whose finishing came to nothing.
 */
export async function perhapsWhole(
  reads: Reads,
  wholeBefore: number,
  limit: number,
): Promise<AttachmentId[]> {
  const rows = await reads.all(
    `SELECT id FROM attachments LEFT JOIN multiparts ON attachment_id = id
     WHERE state = 'uploading' AND (attachment_id IS NULL OR whole_at < ?) ORDER BY created_at LIMIT ${limit}`,
    [wholeBefore],
  )
  return rows.map((row) => text(row, 'id') as AttachmentId)
}

export type Leftover = Pick<Attachment, 'id' | 'multipart'>

/** Attachments that came to nothing, and whose files are still to be cleared away. */
export async function leftovers(reads: Reads, limit: number): Promise<Leftover[]> {
  const rows = await reads.all(
    `SELECT id, upload_id AS multipart FROM attachments LEFT JOIN multiparts ON attachment_id = id
     WHERE state IN ('refused', 'cancelled') AND removed_at IS NULL LIMIT ${limit}`,
  )
  return rows.map((row) => ({ id: text(row, 'id') as AttachmentId, multipart: maybeText(row, 'multipart') }))
}

export async function markRemoved(
  transaction: Transaction,
  ids: readonly AttachmentId[],
  now: number,
): Promise<void> {
  const sql = 'UPDATE attachments SET removed_at = ? WHERE id = ? AND removed_at IS NULL'
  await transaction.batch(ids.map((id) => ({ sql, args: [now, id] })))
}

function attachmentOf(row: Row): Attachment {
  const operatorId = maybeText(row, 'operator_id') as OperatorId | null
  return {
    id: text(row, 'id') as AttachmentId,
    conversationId: text(row, 'conversation_id') as ConversationId,
    side: text(row, 'side') as Side,
    operator: operatorId === null ? null : { id: operatorId, name: maybeText(row, 'operator_name') ?? '' },
    state: text(row, 'state') as Attachment['state'],
    name: text(row, 'name'),
    size: count(row, 'size'),
    type: maybeText(row, 'type') as MediaType | null,
    kind: maybeText(row, 'kind') as AttachmentKind | null,
    problem: maybeText(row, 'problem') as FileProblem | null,
    multipart: maybeText(row, 'multipart'),
    createdAt: count(row, 'created_at'),
  }
}
