import { createClient } from '@libsql/client'
import type { OpenHouse } from './open-house.ts'

/** Puts into the tables what a test cannot wait for, such as time that has passed. */
export async function changeRows(house: OpenHouse, ...statements: string[]): Promise<void> {
  const client = createClient({ url: house.databaseUrl })
  try {
    for (const statement of statements) await client.execute(statement)
  } finally {
    client.close()
  }
}
