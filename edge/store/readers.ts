// Who may read a conversation, said in rows where reach.ts says it in SQL: asked once for many readers.

import type { OperatorId } from '../domain/ids.ts'
import { text } from './cells.ts'
import type { Reads, Row } from './database.ts'

/** Of the team, administrators aside; `null`: everybody. */
export type Readers = ReadonlySet<string> | null

/** Of a conversation `c`, for `readersOf`. @param others further people, as SQL */
export const readerColumns = (others = '') => `c.department_id,
  json_array(${others} c.operator_id, c.inviter_id, c.requested_id) AS people,
  (SELECT json_group_array(m.operator_id) FROM department_members m WHERE m.department_id = c.department_id) AS members`

export function readersOf(row: Row): Readers {
  if (row.department_id === null) return null
  return new Set([...JSON.parse(text(row, 'people')), ...JSON.parse(text(row, 'members'))])
}

export async function readersOfConversations(
  reads: Reads,
  ids: readonly string[],
): Promise<Map<string, Readers>> {
  const rows = await reads.all(
    `SELECT c.id, ${readerColumns()} FROM conversations c WHERE c.id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  )
  return new Map(rows.map((row) => [text(row, 'id'), readersOf(row)]))
}

export function isAmong(readers: Readers, { id, role }: { id: OperatorId; role: string }): boolean {
  return readers === null || role === 'admin' || readers.has(id)
}
