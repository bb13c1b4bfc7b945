import { readFile } from 'node:fs/promises'
import type { Schema } from '../store/upgrade.ts'

/** The version that schema.sql is, and the way there from older ones. */
export async function readSchema(): Promise<Schema> {
  const sql = await readFile(new URL('../../schema.sql', import.meta.url), 'utf8')
  return { version: 1, sql, steps: [] }
}
