// Who does what only one instance should do at a time. A lease saves work; that nothing is done twice is what each
// step's compare-and-set sees to. Told by the database's clock, since those of the instances may differ.

import type { Reads, Transaction } from './database.ts'

const now = `unixepoch('subsec') * 1000`

/** Whether `holder` has it from now on, for `ms`; who has it already has it for longer. */
export async function takeLease(
  transaction: Transaction,
  name: string,
  holder: string,
  ms: number,
): Promise<boolean> {
  const changed = await transaction.run(
    `INSERT INTO leases (name, holder, until) VALUES (?1, ?2, ${now} + ?3)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
     WHERE leases.holder = excluded.holder OR leases.until < ${now}`,
    [name, holder, ms],
  )
  return changed === 1
}

/** A look without a write: whether somebody else has it now. */
export async function isTaken(reads: Reads, name: string, holder: string): Promise<boolean> {
  const row = await reads.one(
    `SELECT 1 AS yes FROM leases WHERE name = ? AND holder <> ? AND until >= ${now}`,
    [name, holder],
  )
  return row !== undefined
}

/** So that the next one need not wait until it lapses. */
export async function giveLeasesBack(transaction: Transaction, holder: string): Promise<void> {
  await transaction.run('DELETE FROM leases WHERE holder = ?', [holder])
}
