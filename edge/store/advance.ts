// The one way a state changes: a compare-and-set whose WHERE comes from the step table.

import { callSteps } from '../domain/call.ts'
import { conversationSteps } from '../domain/conversation.ts'
import { jobSteps } from '../domain/job.ts'
import { type Steps, statesBefore } from '../domain/step.ts'
import type { Transaction, Value } from './database.ts'

const machines = { conversations: conversationSteps, jobs: jobSteps, calls: callSteps }

type Table = keyof typeof machines
type EventOf<T extends Table> = {
  [State in keyof (typeof machines)[T]]: keyof (typeof machines)[T][State]
}[keyof (typeof machines)[T]] &
  string

/**
 * Moves a row to where the event leads, and sets the columns of `also` with it.
 * `false`: the table lists no such step from the state that the row is in, and nothing changed.
 */
export async function advance<T extends Table>(
  transaction: Transaction,
  table: T,
  id: string,
  event: EventOf<T>,
  also: Readonly<Record<string, Value>> = {},
): Promise<boolean> {
  const steps = machines[table] as unknown as Steps<string, string>
  const from = statesBefore(steps, event)
  const to = steps[from[0] ?? '']?.[event]
  if (!to) throw new Error(`${table} has no step ${event}`)
  const columns = ['state', ...Object.keys(also)].map((column) => `${column} = ?`).join(', ')
  const among = from.map(() => '?').join(', ')
  const args = [to, ...Object.values(also), id, ...from]
  return (
    (await transaction.run(`UPDATE ${table} SET ${columns} WHERE id = ? AND state IN (${among})`, args)) === 1
  )
}
