import { fold } from '../domain/search.ts'
import { inTagOrder } from '../domain/tag.ts'
import { count, text } from './cells.ts'
import type { Reads, Transaction } from './database.ts'
import { reach, reachArgs } from './reach.ts'

/** Whether it is new there. The first spelling stays. */
export async function insertTag(transaction: Transaction, id: string, tag: string): Promise<boolean> {
  const row = await transaction.one(
    `INSERT INTO conversation_tags (conversation_id, folded, tag) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING RETURNING tag`,
    [id, fold(tag), tag],
  )
  return row !== undefined
}

/** The tag as it was spelled, or `null` where it was not. */
export async function deleteTag(transaction: Transaction, id: string, tag: string): Promise<string | null> {
  const row = await transaction.one(
    'DELETE FROM conversation_tags WHERE conversation_id = ? AND folded = ? RETURNING tag',
    [id, fold(tag)],
  )
  return row ? text(row, 'tag') : null
}

export async function countTags(reads: Reads, id: string): Promise<number> {
  const row = await reads.one('SELECT count(*) AS tags FROM conversation_tags WHERE conversation_id = ?', [
    id,
  ])
  return row ? count(row, 'tags') : 0
}

/** Every tag within the reader's reach, each once. */
export async function tagsWithin(reads: Reads, reader: Parameters<typeof reachArgs>[0]): Promise<string[]> {
  const rows = await reads.all(
    `SELECT min(t.tag) AS tag FROM conversation_tags t JOIN conversations c ON c.id = t.conversation_id
     WHERE ${reach} GROUP BY t.folded`,
    reachArgs(reader),
  )
  return inTagOrder(rows.map((row) => text(row, 'tag')))
}
