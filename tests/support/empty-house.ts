import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readSchema } from '../../edge/node/schema.ts'
import { openDatabase } from '../../edge/store/database.ts'
import { upgrade } from '../../edge/store/upgrade.ts'

let made: Promise<Uint8Array> | undefined

/** A database file with the tables and nothing in them. Making one waits for the disk, so a process makes it once. */
export function emptyHouse(): Promise<Uint8Array> {
  made ??= make()
  return made
}

async function make(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-empty-'))
  const path = join(folder, 'visavis.db')
  const database = await openDatabase({ url: pathToFileURL(path).href })
  await upgrade(database, await readSchema(), async () => {})
  // The last to leave writes what is in the log into the file.
  await database.close()
  const bytes = await readFile(path)
  await rm(folder, { recursive: true })
  return bytes
}
