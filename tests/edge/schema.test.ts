import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from '../../edge/config.ts'
import { fold } from '../../edge/domain/search.ts'
import { readSchema } from '../../edge/node/schema.ts'
import { start } from '../../edge/node/start.ts'
import { type Database, openDatabase } from '../../edge/store/database.ts'
import { upgrade } from '../../edge/store/upgrade.ts'

const folders: string[] = []

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-schema-'))
  folders.push(folder)
  return folder
}

async function openAt(folder: string, sql: string, version: number): Promise<Database> {
  const database = await openDatabase({ url: `file:${folder}/visavis.db` })
  await upgrade(database, { version, sql, steps: [] }, async () => {})
  return database
}

const versionOf = (version: number) => readFile(new URL(`schemas/v${version}.sql`, import.meta.url), 'utf8')
const first = () => versionOf(1)

/** Every object of the database, with its text as SQLite keeps it, white space aside. */
async function shape(database: Database): Promise<string[]> {
  const rows = await database.all(
    `SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS object FROM sqlite_schema ORDER BY type, name`,
  )
  return rows.map((row) =>
    String(row.object)
      .replace(/\s+/g, ' ')
      .replace(/ ?([(),]) ?/g, '$1'),
  )
}

for (const version of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
  test(`a database of version ${version} becomes what a new one is`, async () => {
    const schema = await readSchema()
    const old = await openAt(await emptyFolder(), await versionOf(version), version)
    const fresh = await openAt(await emptyFolder(), schema.sql, schema.version)
    assert.is(await upgrade(old, schema, async () => {}), 'upgraded')
    assert.equal(await shape(old), await shape(fresh))
    await Promise.all([old.close(), fresh.close()])
  })
}

test('the house upgrades an older database at start, keeps its people, and a copy of it as it was', async () => {
  const folder = await emptyFolder()
  const old = await openAt(folder, await first(), 1)
  await old.write((transaction) =>
    transaction.run(
      `INSERT INTO operators (id, email, name, role, created_at) VALUES ('1', 'ada@example.org', 'Ada', 'admin', 1)`,
    ),
  )
  await old.close()
  const house = await start(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }))
  assert.is(house.admin, null)
  await house.end()
  const [copy] = (await readdir(folder)).filter((name) => name.endsWith('.bak'))
  assert.match(copy ?? '', /^visavis\.db\.v1-/)
  const kept = await openDatabase({ url: `file:${folder}/${copy}` })
  assert.equal(await kept.one('SELECT version FROM schema_version'), { version: 1 })
  assert.equal(await kept.one('SELECT name FROM operators'), { name: 'Ada' })
  await kept.close()
})

test('what was kept before is found by a search that folds letters', async () => {
  const schema = await readSchema()
  const database = await openAt(await emptyFolder(), await versionOf(4), 4)
  const name = 'Işıl İpek ÇAĞRI şükrü öğüt ÜNAL Ömer Şule Âlâ'
  await database.write(async (transaction) => {
    await transaction.run(
      `INSERT INTO customers (id, phone, name, created_at) VALUES ('1', '+905321234567', ?, 1)`,
      [name],
    )
    await transaction.run(
      `INSERT INTO events (type, actor_kind, data, at) VALUES ('message.posted', 'customer', ?, 1)`,
      [JSON.stringify({ text: 'taze ıspanak' })],
    )
  })
  await upgrade(database, schema, async () => {})
  assert.equal(await database.one('SELECT folded_name FROM customers'), { folded_name: fold(name) })
  const search = `SELECT rowid FROM message_search WHERE message_search MATCH '"ispanak"*'`
  assert.equal(await database.all(search), [{ rowid: 1 }])
  await database.close()
})

test('the clock finds ringing and live calls without reading all that ever were', async () => {
  const schema = await readSchema()
  const database = await openAt(await emptyFolder(), schema.sql, schema.version)
  for (const where of [
    `state = 'ringing' AND placed_at < 5`,
    `state = 'live' AND max(customer_seen_at, operator_seen_at) < 5`,
  ]) {
    const plan = await database.all(`EXPLAIN QUERY PLAN SELECT * FROM calls WHERE ${where}`)
    assert.match(String(plan[0]?.detail), /USING INDEX calls_/)
  }
  await database.close()
})

test.after(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
})

test.run()
