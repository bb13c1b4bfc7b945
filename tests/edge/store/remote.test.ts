// not over a remote database: it always is over one
// Over a server whose requests and answers get lost, that stops and comes back, and that cuts who takes too long.

import { createClient } from '@libsql/client'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readSchema } from '../../../edge/node/schema.ts'
import { type Database, openDatabase, StorageFault } from '../../../edge/store/database.ts'
import { upgrade } from '../../../edge/store/upgrade.ts'
import {
  type Fate,
  type HranaOptions,
  type HranaServer,
  startHrana,
} from '../../support/hrana/start-hrana.ts'
import { note, notes, rejection, withFolder } from './temporary-database.ts'

interface Place {
  server: HranaServer
  database: Database
  path: string
}

/** With the one table of the schema that the store needs for itself. */
const tables = `CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
  CREATE TABLE writers (id TEXT PRIMARY KEY, commits INTEGER NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID`

async function withServer(work: (place: Place) => Promise<void>, options: HranaOptions = {}): Promise<void> {
  await withFolder(async (path) => {
    const server = await startHrana(path, options)
    const database = await openDatabase({ url: server.url })
    try {
      await database.write((transaction) => transaction.script(tables))
      await work({ server, database, path })
    } finally {
      await database.close()
      await server.close()
    }
  })
}

/** The first request with these words has this fate. */
function once(server: HranaServer, words: string, fate: Fate): () => boolean {
  let met = false
  server.fate = (sql) => {
    if (met || !sql.includes(words)) return 'answered'
    met = true
    return fate
  }
  return () => met
}

for (const fate of ['answer lost', 'request lost'] as const) {
  for (const words of ['COMMIT', 'INSERT INTO notes', 'BEGIN']) {
    test(`a write is stored once, and acknowledged, with the ${fate} of ${words}`, () =>
      withServer(
        async ({ server, database }) => {
          const met = once(server, words, fate)
          assert.is(await note(database, 'one'), 1)
          assert.ok(met())
          await note(database, 'two')
          assert.equal(await notes(database), ['one', 'two'])
        },
        // A transaction that was left behind must be cut before the next one may write.
        { transactionMs: 300 },
      ))
  }
}

test('writes together are stored once each when the answer to their commit is lost', () =>
  withServer(async ({ server, database }) => {
    once(server, 'COMMIT', 'answer lost')
    const bodies = Array.from({ length: 20 }, (_, number) => `note ${number}`)
    await Promise.all(bodies.map((body) => note(database, body)))
    assert.equal(await notes(database), bodies)
  }))

test('on a line that loses every tenth request and answer, nothing is lost and nothing stored twice', () =>
  withServer(
    async ({ server, database }) => {
      let asked = 0
      server.fate = () =>
        ++asked % 20 === 7 ? 'answer lost' : asked % 20 === 17 ? 'request lost' : 'answered'
      const bodies = Array.from({ length: 60 }, (_, number) => `note ${number}`)
      for (let at = 0; at < bodies.length; at += 6)
        await Promise.all(bodies.slice(at, at + 6).map((body) => note(database, body)))
      server.fate = () => 'answered'
      assert.equal((await notes(database)).sort(), bodies.sort())
    },
    { transactionMs: 50 },
  ))

test('a refusal is a refusal, over whatever line: it is not tried again', () =>
  withServer(async ({ server, database }) => {
    let runs = 0
    const refused = rejection(
      database.write(async (transaction) => {
        runs += 1
        await transaction.run("INSERT INTO notes (body) VALUES ('half done')")
        throw new Error('no')
      }),
    )
    assert.is((await refused).message, 'no')
    assert.is(runs, 1)
    assert.equal(await notes(database), [])
    assert.ok(server.requests > 0)
  }))

test('a server that stops and comes back is waited for', () =>
  withServer(async ({ server, database, path }) => {
    await note(database, 'before')
    await server.close()
    const waiting = note(database, 'meanwhile')
    assert.instance(await rejection(database.all('SELECT 1')), StorageFault)
    const again = await startHrana(path, { port: server.port })
    assert.is(await waiting, 1)
    assert.equal(await notes(database), ['before', 'meanwhile'])
    await again.close()
    Object.assign(server, { close: async () => {} })
  }))

test('who waits for too long for a server is told so, and that it may be there all the same', () =>
  withServer(
    async ({ server }) => {
      const impatient = await openDatabase({ url: server.url }, { patience: 100 })
      server.fate = (sql) => (sql.includes('INSERT') ? 'request lost' : 'answered')
      const error = await rejection(note(impatient, 'x'))
      assert.instance(error, StorageFault)
      assert.match(error.message, /may have been stored/)
      await impatient.close()
    },
    { transactionMs: 50 },
  ))

test('no transaction lasts longer than the server allows, however many wait', () =>
  withServer(
    async ({ server }) => {
      const database = await openDatabase({ url: server.url }, { together: 100 })
      const neighbour = await openDatabase({ url: server.url })
      const slow = (body: string) =>
        database.write(async (transaction) => {
          await new Promise((resolve) => setTimeout(resolve, 40))
          return transaction.run('INSERT INTO notes (body) VALUES (?)', [body])
        })
      const bodies = Array.from({ length: 12 }, (_, number) => `note ${number}`)
      const all = Promise.all(bodies.map(slow))
      // Somebody who waits is what makes the server cut.
      const between = note(neighbour, 'between')
      await Promise.all([all, between])
      const stored = await notes(database)
      assert.equal(
        stored.filter((body) => body !== 'between'),
        bodies,
      )
      assert.ok(stored.indexOf('between') < bodies.length, 'the neighbour had its turn in between')
      await Promise.all([database.close(), neighbour.close()])
    },
    { transactionMs: 1_000 },
  ))

test('units of different conversations ask together, and are done each as if it were alone', () =>
  withServer(async ({ server, database }) => {
    const numberOf = async (about: string, body: string) =>
      database.write(async (transaction) => {
        const row = await transaction.one('SELECT count(*) AS known FROM notes WHERE body LIKE ?', [
          `${about} %`,
        ])
        if (body === 'no') throw new Error('refused')
        await transaction.run('INSERT INTO notes (body) VALUES (?)', [`${about} ${body}`])
        return Number(row?.known)
      }, about)
    await numberOf('first', 'word')
    const before = server.requests
    const abouts = Array.from({ length: 20 }, (_, number) => `about ${number}`)
    const refused = rejection(numberOf('another', 'no'))
    const all = Promise.all([...abouts, ...abouts].map((about, at) => numberOf(about, `note ${at}`)))
    assert.equal(await all, [...abouts.map(() => 0), ...abouts.map(() => 1)])
    assert.is((await refused).message, 'refused')
    assert.ok(server.requests - before < 20, `${server.requests - before} trips for 41 units`)
  }))

test('what a unit may take counts from when it may write, not while others do', () =>
  withServer(async ({ server, database }) => {
    const busy = await openDatabase({ url: server.url })
    const quick = await openDatabase({ url: server.url }, { unit: 200 })
    const long = busy.write(async (transaction) => {
      await transaction.run("INSERT INTO notes (body) VALUES ('long')")
      await new Promise((resolve) => setTimeout(resolve, 600))
    })
    await Promise.all([long, note(quick, 'short')])
    assert.equal(await notes(database), ['long', 'short'])
    await Promise.all([busy.close(), quick.close()])
  }))

test('a process that died in the middle of a transaction keeps the others waiting no longer than the limit', () =>
  withServer(
    async ({ server, database }) => {
      const dead = createClient({ url: server.url })
      const left = await dead.transaction('write')
      await left.execute("INSERT INTO notes (body) VALUES ('of the dead')")
      await note(database, 'of the living')
      assert.equal(await notes(database), ['of the living'])
      const late = await rejection(left.execute('SELECT 1'))
      assert.match(late.message, /rolled back/)
      dead.close()
    },
    { transactionMs: 200 },
  ))

test('a wrong token is named, and not tried again', () =>
  withFolder(async (path) => {
    const server = await startHrana(path, { authToken: 'right' })
    for (const authToken of ['wrong', undefined]) {
      const stranger = await openDatabase({ url: server.url, ...(authToken && { authToken }) })
      for (const ask of [() => stranger.all('SELECT 1'), () => note(stranger, 'x')]) {
        const error = await rejection(ask())
        assert.instance(error, StorageFault)
        assert.match(error.message, /DATABASE_AUTH_TOKEN/)
      }
      await stranger.close()
    }
    assert.is(server.requests, 0)
    const known = await openDatabase({ url: server.url, authToken: 'right' })
    assert.equal(await known.all('SELECT 1 AS one'), [{ one: 1 }])
    await known.close()
    await server.close()
  }))

test('of instances that start together one makes the schema, and all find it', () =>
  withFolder(async (path) => {
    const server = await startHrana(path)
    const schema = await readSchema()
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url: server.url })))
    const outcomes = await Promise.all(databases.map((one) => upgrade(one, schema, async () => {})))
    assert.equal(outcomes.sort(), ['created', 'current', 'current'])
    await Promise.all(databases.map((one) => one.close()))
    await server.close()
  }))

test.run()
