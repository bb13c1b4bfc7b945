// What an administrator has set for the whole team.

import type { TeamSettings } from '../domain/wire.ts'
import type { Reads, Transaction } from './database.ts'

const defaults: TeamSettings = { customersMayCall: true }

export async function readTeamSettings(reads: Reads): Promise<TeamSettings> {
  const [row] = await reads.all('SELECT customers_may_call FROM team_settings')
  return row ? { customersMayCall: row.customers_may_call === 1 } : defaults
}

export async function keepTeamSettings(transaction: Transaction, to: TeamSettings): Promise<void> {
  await transaction.run(
    `INSERT INTO team_settings (id, customers_may_call) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET customers_may_call = excluded.customers_may_call`,
    [to.customersMayCall ? 1 : 0],
  )
}
