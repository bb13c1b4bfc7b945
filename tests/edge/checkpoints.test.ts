// not over a remote database: a server writes its own log back
// The thread of a house that writes the log of a database file back into it.

import { copyFile, stat } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startCheckpoints } from '../../edge/node/checkpoints.ts'
import { pathOfDatabase } from '../../edge/node/keep-copy.ts'
import { openDatabase } from '../../edge/store/database.ts'
import { untilTrue } from '../support/until.ts'
import { note, notes, withDatabase } from './store/temporary-database.ts'

const rounds = 10
const quick = { everyMs: 5, longestLog: 20 }
const failed = (cause: unknown) => {
  throw cause
}

/** Of the file without its log. */
async function notesInTheFile(path: string): Promise<unknown[]> {
  const copy = `${path}.copy`
  await copyFile(path, copy)
  const database = await openDatabase({ url: pathToFileURL(copy).href })
  return notes(database)
    .catch(() => [])
    .finally(() => database.close())
}

test('what was committed gets into the file itself, and not by the writer', () =>
  withDatabase(async (database, url) => {
    const path = pathOfDatabase(url)
    await note(database, 'written down')
    assert.equal(await notesInTheFile(path), [])
    const end = startCheckpoints(url, failed, quick)
    await untilTrue('it is in the file', async () => (await notesInTheFile(path)).length === 1)
    await end()
  }))

test('while others write, the log is begun anew', () =>
  withDatabase(async (database, url) => {
    const end = startCheckpoints(url, failed, quick)
    let written = 0
    await untilTrue('the log is shorter than what went through it', async () => {
      for (let left = 20; left > 0; left--) await note(database, `${written++} ${'x'.repeat(20_000)}`)
      return (await stat(`${pathOfDatabase(url)}-wal`)).size < written * 10_000
    })
    await end()
    assert.is((await notes(database)).length, written)
  }))

test('a house that ends while its log is written back ends in order', () =>
  withDatabase(async (database, url) => {
    for (let round = 0; round < rounds; round++) {
      const end = startCheckpoints(url, failed, { everyMs: 0, longestLog: 1 })
      await note(database, `${round} ${'x'.repeat(20_000)}`)
      await end()
    }
    assert.is((await notes(database)).length, rounds)
  }))

test.run()
