// not over a remote database: the lock is that of the file
import { readdir } from 'node:fs/promises'
import { type Client, createClient } from '@libsql/client'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { DatabaseBusy } from '../../../edge/store/database.ts'
import { startWriter } from '../../../edge/store/writer.ts'
import { thisRuntime } from '../../support/start-command.ts'
import { note, notes, rejection, withDatabase } from './temporary-database.ts'

const IMPATIENT = { group: 200, patience: 60, unit: 1000 }

test('a write waits while somebody else holds the lock, and is stored once', () =>
  withDatabase(async (database, url) => {
    const release = await holdTheLock(url)
    const writes = ['a', 'b', 'c'].map((body) => note(database, body))
    const early = await Promise.race([Promise.all(writes), elapsed(150)])
    assert.is(early, 'elapsed')
    assert.equal(await notes(database), [])
    await release()
    await Promise.all(writes)
    const second = createClient({ url, concurrency: 1 })
    const stored = (await second.execute('SELECT body FROM notes ORDER BY id')).rows.map((row) => row.body)
    second.close()
    assert.equal(stored, ['a', 'b', 'c'])
  }))

test('a write that waited too long is refused, and later ones are stored', () =>
  withDatabase(async (database, url) => {
    const writer = startWriter(createClient({ url, concurrency: 1 }), IMPATIENT)
    const insert = (body: string) =>
      writer.write((transaction) => transaction.run('INSERT INTO notes (body) VALUES (?)', [body]))
    const release = await holdTheLock(url)
    const refused = await Promise.all([rejection(insert('first')), rejection(insert('second'))])
    for (const error of refused) assert.instance(error, DatabaseBusy)
    await release()
    await insert('third')
    assert.equal(await notes(database), ['third'])
    await writer.close()
  }))

// Deno opens /dev/fd to nobody who has not all rights.
const countingFiles = thisRuntime === 'deno' ? test.skip : test

countingFiles('knocking at a locked database leaves no open files behind', () =>
  withDatabase(async (database, url) => {
    const writer = startWriter(createClient({ url, concurrency: 1 }), { ...IMPATIENT, patience: 300 })
    const release = await holdTheLock(url)
    const before = await openFiles()
    await rejection(writer.write((transaction) => transaction.run("INSERT INTO notes (body) VALUES ('x')")))
    assert.ok((await openFiles()) <= before + 2, `${before} files were open, then ${await openFiles()}`)
    await release()
    await writer.close()
    assert.equal(await notes(database), [])
  }),
)

async function holdTheLock(url: string): Promise<() => Promise<void>> {
  const client: Client = createClient({ url, concurrency: 1 })
  const transaction = await client.transaction('write')
  return async () => {
    await transaction.rollback()
    client.close()
  }
}

async function openFiles(): Promise<number> {
  return (await readdir('/dev/fd')).length
}

function elapsed(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('elapsed'), milliseconds))
}

test.run()
