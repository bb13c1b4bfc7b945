import type { ConversationId } from '../domain/ids.ts'
import type { ArchiveMark } from '../domain/wire.ts'
import { count, text } from './cells.ts'
import type { Reads } from './database.ts'
import { reach, reachArgs } from './reach.ts'

const most = 20_000

/** The latest first. A customer's name may change after the last event, so it is a part of the mark. */
export async function archiveMarks(
  reads: Reads,
  reader: Parameters<typeof reachArgs>[0],
  wanted: { archivedSince: number; ids: readonly string[] },
): Promise<ArchiveMark[]> {
  const rows = await reads.all(
    `SELECT c.id, cu.name, (SELECT max(seq) FROM events WHERE conversation_id = c.id) AS seq
     FROM conversations c JOIN customers cu ON cu.id = c.customer_id
     WHERE ${reach} AND c.state = 'archived'
       AND (c.archived_at >= ?3 OR c.id IN (SELECT value FROM json_each(?4)))
     ORDER BY c.archived_at DESC, c.id DESC LIMIT ${most}`,
    [...reachArgs(reader), wanted.archivedSince, JSON.stringify(wanted.ids)],
  )
  return rows.map((row) => ({
    id: text(row, 'id') as ConversationId,
    seq: row.seq == null ? 0 : count(row, 'seq'),
    name: text(row, 'name'),
  }))
}
