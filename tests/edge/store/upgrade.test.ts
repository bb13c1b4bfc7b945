import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Database, openDatabase } from '../../../edge/store/database.ts'
import { ForeignDatabase, type Schema, SchemaTooNew, upgrade } from '../../../edge/store/upgrade.ts'
import { rejection, withFolder } from './temporary-database.ts'

const first: Schema = {
  version: 1,
  sql: `-- the version; upgrade writes the row
CREATE TABLE schema_version (version INTEGER NOT NULL) STRICT;
CREATE TABLE jobs (id INTEGER PRIMARY KEY, title TEXT NOT NULL DEFAULT 'a; b') STRICT; /* BEGIN; */
CREATE TABLE log (entry TEXT NOT NULL) STRICT;
CREATE TRIGGER jobs_are_logged AFTER INSERT ON jobs BEGIN
  INSERT INTO log VALUES ('new: ' || new.title);
  UPDATE log SET entry = trim(entry);
END;`,
  steps: [],
}

const third: Schema = {
  version: 3,
  sql: 'unused: the database is not empty',
  steps: [
    { to: 3, sql: "UPDATE jobs SET state = 'old';" },
    { to: 2, sql: "ALTER TABLE jobs ADD COLUMN state TEXT NOT NULL DEFAULT 'new';" },
  ],
}

const noCopy = async () => assert.unreachable('no copy is due')

test('an empty database gets the whole schema, triggers too', () =>
  withDatabase(async (database) => {
    assert.is(await upgrade(database, first, noCopy), 'created')
    await addJob(database, 'one; two')
    assert.equal(await database.all('SELECT entry FROM log'), [{ entry: 'new: one; two' }])
    assert.equal(await database.all('SELECT version FROM schema_version'), [{ version: 1 }])
  }))

test('a database of this version is left as it is', () =>
  withDatabase(async (database) => {
    await upgrade(database, first, noCopy)
    assert.is(await upgrade(database, first, noCopy), 'current')
  }))

test('an older database is upgraded step by step, after a copy was kept', () =>
  withDatabase(async (database) => {
    await upgrade(database, first, noCopy)
    await addJob(database, 'kept')
    const copied: unknown[] = []
    const done = await upgrade(database, third, async (version) => {
      copied.push(version, ...(await database.all('SELECT * FROM jobs')))
    })
    assert.is(done, 'upgraded')
    assert.equal(copied, [1, { id: 1, title: 'kept' }])
    assert.equal(await database.all('SELECT * FROM jobs'), [{ id: 1, title: 'kept', state: 'old' }])
    assert.equal(await database.all('SELECT version FROM schema_version'), [{ version: 3 }])
  }))

test('a step that fails takes all steps back', () =>
  withDatabase(async (database) => {
    await upgrade(database, first, noCopy)
    const broken = {
      ...third,
      steps: [...third.steps.slice(1), { to: 3, sql: 'DROP TABLE log; UPDATE missing_table SET x = 1;' }],
    }
    const before = await everything(database)
    assert.match(
      (await rejection(upgrade(database, broken, async () => {}))).message,
      /no such table: missing_table/,
    )
    assert.equal(await everything(database), before)
    assert.is(await upgrade(database, third, async () => {}), 'upgraded')
  }))

test('nothing is touched when the copy cannot be kept', () =>
  withDatabase(async (database) => {
    await upgrade(database, first, noCopy)
    const before = await everything(database)
    const upgrading = upgrade(database, third, () => Promise.reject(new Error('no room for a copy')))
    assert.is((await rejection(upgrading)).message, 'no room for a copy')
    assert.equal(await everything(database), before)
  }))

test('a version that no step leads to is a fault, before anything is touched', () =>
  withDatabase(async (database) => {
    await upgrade(database, first, noCopy)
    const gap = { ...third, steps: third.steps.filter((step) => step.to !== 2) }
    assert.match(
      (await rejection(upgrade(database, gap, noCopy))).message,
      /from version 1 of the database to 2/,
    )
  }))

test('a newer database is refused in a sentence that names both versions', () =>
  withDatabase(async (database) => {
    await upgrade(database, { ...first, version: 7 }, noCopy)
    const error = await rejection(upgrade(database, third, noCopy))
    assert.instance(error, SchemaTooNew)
    assert.match(error.message, /The database has version 7, and this Visavis knows versions up to 3\./)
  }))

for (const [what, sql] of [
  ['somebody else’s tables', 'CREATE TABLE customers (id INTEGER)'],
  ['a version table without a row', 'CREATE TABLE schema_version (version INTEGER)'],
  [
    'a version that is no number',
    "CREATE TABLE schema_version (version); INSERT INTO schema_version VALUES ('1.2')",
  ],
] as const) {
  test(`a database with ${what} is refused and not changed`, () =>
    withDatabase(async (database) => {
      await database.write((transaction) => transaction.script(sql))
      const before = await everything(database)
      const error = await rejection(upgrade(database, first, noCopy))
      assert.instance(error, ForeignDatabase)
      assert.match(error.message, /not a Visavis database/)
      assert.equal(await everything(database), before)
    }))
}

test('two processes that start on the same empty file make one schema', () =>
  withFolder(async (_, url) => {
    const databases = await Promise.all([openDatabase({ url }), openDatabase({ url })])
    const done = await Promise.all(databases.map((database) => upgrade(database, first, noCopy)))
    assert.equal(done.sort(), ['created', 'current'])
    assert.equal(await databases[0].all('SELECT version FROM schema_version'), [{ version: 1 }])
    await Promise.all(databases.map((database) => database.close()))
  }))

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  await withFolder(async (_, url) => {
    const database = await openDatabase({ url })
    await work(database).finally(() => database.close())
  })
}

function addJob(database: Database, title: string): Promise<number> {
  return database.write((transaction) => transaction.run('INSERT INTO jobs (title) VALUES (?)', [title]))
}

async function everything(database: Database): Promise<unknown> {
  const schema = await database.all('SELECT sql FROM sqlite_schema ORDER BY name')
  const tables = await database.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
  const rows = await Promise.all(tables.map((table) => database.all(`SELECT * FROM ${table.name}`)))
  return { schema, rows }
}

test.run()
