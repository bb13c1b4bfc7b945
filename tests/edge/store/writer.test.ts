import { createClient } from '@libsql/client'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Database, isConstraint, type Transaction } from '../../../edge/store/database.ts'
import { startWriter } from '../../../edge/store/writer.ts'
import { isRemote } from '../../support/test-database.ts'
import { note, notes, rejection, withDatabase } from './temporary-database.ts'

const PRAGMAS = ['synchronous', 'foreign_keys', 'secure_delete']

test('a unit that is refused takes back its own writes and nobody else’s', () =>
  withDatabase(async (database) => {
    const refusal = new Error('no')
    const writes = [
      note(database, 'before'),
      rejection(
        database.write(async (transaction) => {
          await transaction.run("INSERT INTO notes (body) VALUES ('half done')")
          throw refusal
        }),
      ),
      note(database, 'after'),
    ]
    assert.equal(await Promise.all(writes), [1, refusal, 1])
    assert.equal(await notes(database), ['before', 'after'])
  }))

test('a unit alone that is refused leaves nothing behind', () =>
  withDatabase(async (database) => {
    const unit = async (transaction: Transaction) => {
      await transaction.run("INSERT INTO notes (body) VALUES ('half done')")
      throw new Error('no')
    }
    assert.is((await rejection(database.write(unit))).message, 'no')
    await note(database, 'next')
    assert.equal(await notes(database), ['next'])
  }))

test('a unit that fails at a constraint may go on by itself', () =>
  withDatabase(async (database) => {
    await note(database, 'taken')
    await database.write(async (transaction) => {
      const insert = (body: string) => transaction.run('INSERT INTO notes (body) VALUES (?)', [body])
      await insert('taken').catch(() => insert('taken (2)'))
    })
    assert.equal(await notes(database), ['taken', 'taken (2)'])
  }))

test('writes are stored in the order in which they were asked for', () =>
  withDatabase(async (database) => {
    const bodies = Array.from({ length: 1000 }, (_, number) => `note ${number}`)
    await Promise.all(bodies.map((body) => note(database, body)))
    assert.equal(await notes(database), bodies)
  }))

test('units that wait together share a commit', () =>
  withDatabase(async (database, url) => {
    const other = createClient({ url, concurrency: 1 })
    const seen = new Set<number>()
    const countByAnother = async () =>
      seen.add(Number((await other.execute('SELECT count(*) FROM notes')).rows[0]?.[0]))
    await Promise.all(
      Array.from({ length: 300 }, (_, number) => note(database, `${number}`).then(countByAnother)),
    )
    other.close()
    // Over a network the time decides how many share one, and so does the machine.
    if (isRemote) assert.ok(seen.size < 30, `${seen.size} commits`)
    else assert.equal([...seen], [200, 300])
  }))

const inFiles = isRemote ? test.skip : test

inFiles('every write transaction is durable, keeps foreign keys and overwrites what is deleted', () =>
  withDatabase(async (database) => {
    const asked = () => database.write(pragmas)
    assert.equal(await asked(), [2, 1, 1])
    await rejection(fillUp(database))
    assert.equal(await asked(), [2, 1, 1], 'on a fresh connection')
    assert.equal(await Promise.all([asked(), asked()]), [
      [2, 1, 1],
      [2, 1, 1],
    ])
  }),
)

test('a unit that ends the whole transaction does not take its neighbours along', () =>
  withDatabase(async (database) => {
    await database.write((transaction) =>
      transaction.script(`CREATE TRIGGER no_shouting BEFORE INSERT ON notes WHEN new.body = upper(new.body)
        BEGIN SELECT RAISE(ROLLBACK, 'do not shout'); END;`),
    )
    const shouting = rejection(note(database, 'HELLO'))
    const writes = [note(database, 'one'), shouting, note(database, 'two')]
    assert.ok(isConstraint((await Promise.all(writes))[1]))
    assert.equal(await notes(database), ['one', 'two'])
  }))

test('a deferred foreign key that breaks at the commit is blamed on its own unit', () =>
  withDatabase(async (database) => {
    await database.write((transaction) =>
      transaction.script(
        'CREATE TABLE tags (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)',
      ),
    )
    const dangling = database.write((transaction) => transaction.run('INSERT INTO tags (note) VALUES (99)'))
    const writes = [note(database, 'one'), rejection(dangling), note(database, 'two')]
    assert.ok(isConstraint((await Promise.all(writes))[1]))
    assert.equal(await notes(database), ['one', 'two'])
    assert.equal(await database.all('SELECT * FROM tags'), [])
  }))

test('a transaction cannot be used once its unit is over', () =>
  withDatabase(async (database) => {
    const escaped = await database.write(async (transaction) => ({ transaction }))
    const late = escaped.transaction.run("INSERT INTO notes (body) VALUES ('late')")
    assert.match((await rejection(late)).message, /unit of work is over/)
    assert.equal(await notes(database), [])
  }))

test('a unit that never ends is given up, and the writes behind it go on', () =>
  withDatabase(async (database, url) => {
    const writer = startWriter(createClient({ url, concurrency: 1 }), {
      group: 200,
      patience: 10_000,
      unit: 1_000,
    })
    const hanging = rejection(writer.write(() => new Promise(() => {})))
    const next = writer.write((transaction) => transaction.run("INSERT INTO notes (body) VALUES ('next')"))
    assert.match((await hanging).message, /longer than 1000 ms/)
    assert.is(await next, 1)
    assert.equal(await notes(database), ['next'])
    await writer.close()
  }))

async function pragmas(transaction: Transaction): Promise<unknown[]> {
  const rows = await Promise.all(PRAGMAS.map((name) => transaction.one(`PRAGMA ${name}`)))
  return rows.map((row, at) => row?.[PRAGMAS[at] ?? ''])
}

// The page limit lives on the connection, so the one that replaces it after the fault has room again.
function fillUp(database: Database): Promise<unknown> {
  return database.write(async (transaction) => {
    await transaction.all('PRAGMA max_page_count=1')
    await transaction.run('INSERT INTO notes (body) VALUES (hex(randomblob(100000)))')
  })
}

test.run()
