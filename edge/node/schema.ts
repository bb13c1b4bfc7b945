import { readFile } from 'node:fs/promises'
import { schemaSteps, schemaVersion } from '../store/schema-steps.ts'
import type { Schema } from '../store/upgrade.ts'

/** schema.sql, and the way there from older databases. */
export async function readSchema(): Promise<Schema> {
  const sql = await readFile(new URL('../../schema.sql', import.meta.url), 'utf8')
  return { version: schemaVersion, sql, tables: ['operators', 'conversations', 'events'], steps: schemaSteps }
}
