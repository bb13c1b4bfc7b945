import { readFile } from 'node:fs/promises'
import { schemaOf } from '../store/schema-steps.ts'
import type { Schema } from '../store/upgrade.ts'

/** schema.sql, and the way there from older databases. */
export async function readSchema(): Promise<Schema> {
  return schemaOf(await readFile(new URL('../../schema.sql', import.meta.url), 'utf8'))
}
