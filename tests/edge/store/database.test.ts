import { copyFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isConstraint, openDatabase, StorageFault } from '../../../edge/store/database.ts'
import { isRemote } from '../../support/test-database.ts'
import { note, notes, rejection, withDatabase, withFolder } from './temporary-database.ts'

test('what a unit wrote is there for every later reader', () =>
  withDatabase(async (database, url) => {
    assert.is(await note(database, 'hello'), 1)
    const second = await openDatabase({ url })
    assert.equal(await notes(second), ['hello'])
    await second.close()
  }))

test('a unit reads its own writes, and nobody else does before the commit', () =>
  withDatabase(async (database) => {
    await database.write(async (transaction) => {
      await transaction.run("INSERT INTO notes (body) VALUES ('draft')")
      assert.equal(await transaction.one('SELECT body FROM notes'), { body: 'draft' })
      assert.is(await database.one('SELECT body FROM notes'), undefined)
    })
    assert.equal(await database.one('SELECT body FROM notes'), { body: 'draft' })
  }))

test('the answer of a unit is the answer of the write', () =>
  withDatabase(async (database) => {
    const row = await database.write((transaction) =>
      transaction.one("INSERT INTO notes (body) VALUES ('x') RETURNING id, body"),
    )
    assert.equal(row, { id: 1, body: 'x' })
  }))

test('values come back as they went in', () =>
  withDatabase(async (database) => {
    const bytes = new Uint8Array([0, 255, 7])
    const row = await database.one('SELECT ? AS length, ? AS half, ? AS name, ? AS gap, ? AS bytes', [
      9_007_199_254_740_991,
      0.5,
      'çığ 👋',
      null,
      bytes,
    ])
    assert.equal(row, { length: 9_007_199_254_740_991, half: 0.5, name: 'çığ 👋', gap: null, bytes })
  }))

test('a whole number stays whole inside SQL', () =>
  withDatabase(async (database) => {
    assert.equal(await database.one("SELECT 'job ' || ? AS title, typeof(?) AS kind", [7, 7]), {
      title: 'job 7',
      kind: 'integer',
    })
  }))

test('a broken rule is known as a constraint, and other errors are not', () =>
  withDatabase(async (database) => {
    await note(database, 'once')
    assert.ok(isConstraint(await rejection(note(database, 'once'))))
    const typo = await rejection(
      database.write((transaction) => transaction.run('INSERT INTO nothing VALUES (1)')),
    )
    assert.not.ok(isConstraint(typo))
    assert.not.ok(isConstraint(undefined))
  }))

test('reads cannot write past the writer', () =>
  withDatabase(async (database) => {
    await note(database, 'kept')
    assert.match(
      (await rejection(database.all('DELETE FROM notes RETURNING id'))).message,
      /must not be written/,
    )
    assert.equal(await notes(database), ['kept'])
  }))

const inFiles = isRemote ? test.skip : test

test('closing finishes the writes that wait and refuses later ones', () =>
  withFolder(async (_, url) => {
    const first = await openDatabase({ url })
    await first.write((transaction) =>
      transaction.script('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)'),
    )
    const waiting = Array.from({ length: 500 }, (_, number) => note(first, `note ${number}`))
    await first.close()
    await Promise.all(waiting)
    assert.instance(await rejection(note(first, 'too late')), StorageFault)
    const second = await openDatabase({ url })
    assert.is((await notes(second)).length, 500)
    await second.close()
  }))

inFiles('a closed database is one file that can be copied', () =>
  withFolder(async (path, url) => {
    const database = await openDatabase({ url })
    await database.write((transaction) =>
      transaction.script('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT)'),
    )
    await note(database, 'kept')
    await database.close()
    await copyFile(path, `${path}.copy`)
    const copy = await openDatabase({ url: `${url}.copy` })
    assert.equal(await notes(copy), ['kept'])
    await copy.close()
  }),
)

test('a database that cannot be opened is named in the error', () =>
  withFolder(async (path) => {
    const error = await rejection(openDatabase({ url: `file:${path}/missing/visavis.db` }))
    assert.instance(error, StorageFault)
    assert.match(error.message, /missing\/visavis\.db cannot be used\. The database file cannot be opened\./)
  }))

test.run()
