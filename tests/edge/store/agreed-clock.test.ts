import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { agreeOnClock } from '../../../edge/store/agreed-clock.ts'
import type { Database, Transaction } from '../../../edge/store/database.ts'
import { withDatabase } from './temporary-database.ts'

/** A database at the end of a line: each way takes `way` ms, by the clock of this machine. */
function farAway(time: { here: number; there: number }, way: number): Database {
  const pass = () => {
    time.here += way
    time.there += way
  }
  const one = async () => {
    pass()
    const now = time.there
    pass()
    return { now }
  }
  return { write: (unit) => unit({ one } as unknown as Transaction) } as Database
}

test('the time is the database’s, wherever this machine believes to be', async () => {
  for (const there of [7_200_000, 9_000_000_000]) {
    const time = { here: 5, there }
    const clock = await agreeOnClock(farAway(time, 40), () => time.here)
    assert.is(clock.now(), time.there)
    time.here += 1_000
    assert.is(clock.now(), time.there + 1_000)
  }
})

test('a database whose clock was set is followed; what the line could have made is not', async () => {
  const time = { here: 0, there: 1_000_000 }
  const clock = await agreeOnClock(farAway(time, 40), () => time.here)
  time.there += 30
  await clock.compare()
  assert.is(clock.now(), time.there - 30)
  time.there += 3_600_000
  await clock.compare()
  assert.is(clock.now(), time.there)
})

test('the engine’s own clock is told in whole milliseconds', () =>
  withDatabase(async (database) => {
    const clock = await agreeOnClock(database)
    assert.ok(Number.isInteger(clock.now()))
    assert.ok(Math.abs(clock.now() - Date.now()) < 60_000)
  }))

test.run()
