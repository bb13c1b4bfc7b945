import { count, text } from './cells.ts'
import type { Reads, Row } from './database.ts'

export interface Standing {
  conversations: Record<string, number>
  jobs: Record<string, number>
}

const goingOn = ['invited', 'unreachable', 'waiting', 'offered', 'active', 'closed']
const open = ['waiting', 'offered']

/** How many are in each state that does not last: the archive would be counted row by row, at each look. */
export async function standing(reads: Reads): Promise<Standing> {
  return {
    conversations: await byState(reads, 'conversations', goingOn),
    jobs: await byState(reads, 'jobs', open),
  }
}

async function byState(
  reads: Reads,
  table: 'conversations' | 'jobs',
  states: string[],
): Promise<Record<string, number>> {
  const listed = states.map((state) => `'${state}'`).join(', ')
  const rows = await reads.all(
    `SELECT state, count(*) AS number FROM ${table} WHERE state IN (${listed}) GROUP BY state`,
  )
  const found = new Map(rows.map((row: Row) => [text(row, 'state'), count(row, 'number')]))
  return Object.fromEntries(states.map((state) => [state, found.get(state) ?? 0]))
}
