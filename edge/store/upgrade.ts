import type { Database, Reads, Transaction } from './database.ts'

export interface Schema {
  version: number
  /** the whole database, as it is at `version`; makes schema_version, without a row */
  sql: string
  /** tables that every version has: other products count their versions in a table of the same name */
  tables?: readonly string[]
  /**
   * What leads from the version before to `to`. Foreign keys are in force: dropping a table that others refer
   * to deletes what refers to it with ON DELETE CASCADE, so such a step copies those rows as well.
   */
  steps: readonly { to: number; sql: string }[]
}

export class SchemaTooNew extends Error {
  override name = 'SchemaTooNew'
}

export class ForeignDatabase extends Error {
  override name = 'ForeignDatabase'
}

/**
 * Brings the database to the schema's version, in one transaction. Data of an older version is touched only after
 * `keepCopy(fromVersion)` resolved. Throws SchemaTooNew, ForeignDatabase, or StorageFault for a damaged file.
 */
export async function upgrade(
  database: Database,
  schema: Schema,
  keepCopy: (fromVersion: number) => Promise<void>,
): Promise<'created' | 'upgraded' | 'current'> {
  const found = await versionOf(database, schema)
  if (found === schema.version) return 'current'
  const sql = found === undefined ? schema.sql : sqlBetween(found, schema)
  if (found !== undefined) await keepCopy(found)
  const done = await database.write((transaction) => apply(transaction, found, sql, schema))
  // Another process was faster: look again at what it left.
  if (!done) return upgrade(database, schema, keepCopy)
  await seeNewTables(database, schema)
  return found === undefined ? 'created' : 'upgraded'
}

async function apply(transaction: Transaction, from: number | undefined, sql: string, schema: Schema) {
  if ((await versionOf(transaction, schema)) !== from) return false
  await transaction.script(sql)
  await transaction.run('DELETE FROM schema_version')
  await transaction.run('INSERT INTO schema_version (version) VALUES (?)', [schema.version])
  return true
}

// The client reads column names before it notices that a table changed: the first `SELECT *` after an upgrade would
// come with the old ones. Any statement that has run makes the reading connection look again.
async function seeNewTables(reads: Reads, schema: Schema): Promise<void> {
  await versionOf(reads, schema)
}

function sqlBetween(found: number, schema: Schema): string {
  if (found > schema.version) {
    throw new SchemaTooNew(
      `The database has version ${found}, and this Visavis knows versions up to ${schema.version}. ` +
        'Run the newer Visavis, or go back to the copy that was kept at the upgrade.',
    )
  }
  const missing = Array.from({ length: schema.version - found }, (_, step) => found + 1 + step)
  return missing.map((to) => stepTo(to, schema)).join('\n')
}

function stepTo(to: number, schema: Schema): string {
  const step = schema.steps.find((candidate) => candidate.to === to)
  if (!step) throw new Error(`No step leads from version ${to - 1} of the database to ${to}`)
  return step.sql
}

/** undefined: an empty database. */
async function versionOf(reads: Reads, { tables: ours = [] }: Schema): Promise<number | undefined> {
  const tables = await reads.all(
    `SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'libsql\\_%' ESCAPE '\\'`,
  )
  if (tables.length === 0) return undefined
  const names = tables.map(({ name }) => name)
  const marked = ['schema_version', ...ours].every((name) => names.includes(name))
  const rows = marked ? await reads.all('SELECT * FROM schema_version') : []
  const version = rows[0]?.version
  if (rows.length === 1 && typeof version === 'number' && Number.isInteger(version)) return version
  throw new ForeignDatabase(
    'This is not a Visavis database: it has tables, but not those of Visavis with their version. Nothing was changed.',
  )
}
