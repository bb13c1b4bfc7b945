// not over a remote database: it is the file that is damaged
import { open, truncate, writeFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Database, openDatabase, StorageFault } from '../../../edge/store/database.ts'
import { upgrade } from '../../../edge/store/upgrade.ts'
import { note, notes, rejection, withDatabase, withFolder } from './temporary-database.ts'

const schema = { version: 1, sql: 'CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT', steps: [] }
const PAGE = 4096

test('a file that is no database is refused by name, and stays as it was', () =>
  withFolder(async (path, url) => {
    await writeFile(path, 'Dear diary, '.repeat(1000))
    const error = await rejection(openDatabase({ url }))
    assert.instance(error, StorageFault)
    assert.match(error.message, /visavis\.db cannot be used\. The file is damaged or is not a database\./)
  }))

test('a damaged table of contents is refused in a clear sentence', () =>
  withFolder(async (path, url) => {
    await closedDatabase(url)
    await scribble(path, 100, PAGE - 100)
    assert.match((await rejection(start(url))).message, /The database file is damaged\./)
  }))

test('a database that lost its end is refused in a clear sentence', () =>
  withFolder(async (path, url) => {
    await closedDatabase(url)
    await truncate(path, PAGE)
    assert.match((await rejection(start(url))).message, /The database file is damaged\./)
  }))

test('a full database refuses the write in a clear sentence, keeps the rest and goes on', () =>
  withDatabase(async (database) => {
    await note(database, 'before')
    const error = await rejection(tooMuch(database))
    assert.instance(error, StorageFault)
    assert.match(error.message, /^The disk is full; nothing was stored\./)
    await note(database, 'after')
    assert.equal(await notes(database), ['before', 'after'])
  }))

test('a unit that swallows the fault is not acknowledged', () =>
  withDatabase(async (database) => {
    const neighbour = rejection(note(database, 'neighbour'))
    const error = await rejection(tooMuch(database, () => {}))
    assert.instance(error, StorageFault)
    assert.instance(await neighbour, StorageFault)
    assert.equal(await notes(database), [])
  }))

test('a server that cannot be reached is a fault in words, for reads and for writes', async () => {
  const database = await openDatabase({ url: 'http://127.0.0.1:1' }, { patience: 100 })
  for (const asked of [database.all('SELECT 1'), note(database, 'x')]) {
    const error = await rejection(asked)
    assert.instance(error, StorageFault)
    assert.match(error.message, /^The database did not answer/)
  }
  await database.close()
})

async function start(url: string): Promise<void> {
  const database = await openDatabase({ url })
  await upgrade(database, schema, async () => {}).finally(() => database.close())
}

async function closedDatabase(url: string): Promise<void> {
  const database = await openDatabase({ url })
  await upgrade(database, { ...schema, sql: `${schema.sql}; CREATE TABLE notes (body TEXT)` }, async () => {})
  await database.close()
}

async function scribble(path: string, from: number, length: number): Promise<void> {
  const file = await open(path, 'r+')
  await file.write(new Uint8Array(length).fill(0xa5), 0, length, from)
  await file.close()
}

// The page limit lives on the connection, so the one that replaces it after the fault has room again.
function tooMuch(
  database: Database,
  onFault: (error: unknown) => unknown = (error) => Promise.reject(error),
): Promise<unknown> {
  return database.write(async (transaction) => {
    await transaction.all('PRAGMA max_page_count=1')
    await transaction.run('INSERT INTO notes (body) VALUES (hex(randomblob(100000)))').catch(onFault)
  })
}

test.run()
