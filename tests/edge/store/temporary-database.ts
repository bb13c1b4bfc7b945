import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../../edge/store/database.ts'
import { databaseAt } from '../../support/test-database.ts'

/** A folder with room for `visavis.db`, gone when the work is done, however it ends. */
export async function withFolder(work: (path: string, url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-store-'))
  const path = join(folder, 'visavis.db')
  const { url, end } = await databaseAt(path)
  try {
    await work(path, url)
  } finally {
    await end()
    await rm(folder, { recursive: true })
  }
}

export async function withDatabase(work: (database: Database, url: string) => Promise<void>): Promise<void> {
  await withFolder(async (_, url) => {
    const database = await openDatabase({ url })
    await database.write((transaction) =>
      transaction.script('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE) STRICT'),
    )
    try {
      await work(database, url)
    } finally {
      await database.close()
    }
  })
}

export function note(database: Database, body: string): Promise<number> {
  return database.write((transaction) => transaction.run('INSERT INTO notes (body) VALUES (?)', [body]))
}

export async function notes(database: Database): Promise<unknown[]> {
  return (await database.all('SELECT body FROM notes ORDER BY id')).map((row) => row.body)
}

/** What the promise was rejected with; fails when it was not. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (outcome instanceof Error) return outcome
  throw new Error('Expected a rejection with an Error')
}
