// The time that all instances over one database go by: the database's. Whether a ring, a call or a session is over is
// then the same wherever it is asked, however wrong the clock of a machine is.

import { count } from './cells.ts'
import type { Database } from './database.ts'

const now = `SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS now`

export interface AgreedClock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Asks the database again: clocks drift, and a machine that slept knows nothing of it. */
  compare(): Promise<void>
}

/** @param uptime milliseconds of a clock that nobody sets */
export async function agreeOnClock(
  database: Database,
  uptime = () => performance.now(),
): Promise<AgreedClock> {
  let ahead = Number.NaN

  // In a transaction, so that whoever decides over writes is asked, and not a copy near by. Whatever comes first in it
  // may have had to wait for others; the second trip is a trip alone.
  async function compare(): Promise<void> {
    const { asked, told, heard } = await database.write(async (transaction) => {
      await transaction.one(now)
      const asked = uptime()
      const row = await transaction.one(now)
      return { asked, told: row ? count(row, 'now') : Number.NaN, heard: uptime() }
    })
    const found = told - (asked + heard) / 2
    // What differs by less than the trip could have taken is no difference.
    if (!(Math.abs(found - ahead) <= (heard - asked) / 2)) ahead = found
  }

  await compare()
  return { now: () => Math.round(ahead + uptime()), compare }
}
