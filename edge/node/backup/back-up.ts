// A copy of the house in one file, made while it works: the database as of one moment, the files that were sent, and
// the keys.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { link, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { createClient } from '@libsql/client'
import type { Config } from '../../config.ts'
import { copyDatabase } from '../keep-copy.ts'
import { BackupFault } from './backup-fault.ts'
import { type Contents, readContents } from './contents.ts'
import { tar } from './tar.ts'

export interface BackedUp extends Contents {
  hasKeys: boolean
  /** Whether the files lie in a bucket, and so not in it. */
  isFilesElsewhere: boolean
}

/**
 * The database first and the files after it: whatever the copy of the database names is there by then. An upload that
 * is under way has no file in it, and is begun again. Throws BackupFault with a sentence.
 */
export async function backUp(config: Config, target: string): Promise<BackedUp> {
  if (!config.databaseUrl.startsWith('file:'))
    throw new BackupFault(
      'The database is on a server, which makes its own back-ups: deploy/backup.md says how. Files in DATA_DIR are copied like any folder.',
    )
  const path = resolve(target)
  if (await exists(path)) throw new BackupFault(`${path} exists already. Nothing was overwritten.`)
  const staging = await mkdtemp(join(dirname(path), '.backup-')).catch((cause) => {
    throw new BackupFault(`${dirname(path)} cannot be written: ${(cause as NodeJS.ErrnoException).code}`)
  })
  try {
    return await fill(config, staging, path)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

async function fill(config: Config, staging: string, path: string): Promise<BackedUp> {
  await copyDatabase(config.databaseUrl, join(staging, 'visavis.db'))
  const contents = await readContents(join(staging, 'visavis.db'))
  const isFilesElsewhere = config.s3 !== null
  const ids = isFilesElsewhere ? [] : await readyFiles(join(staging, 'visavis.db'))
  const hasKeys = await exists(join(config.dataDir, 'keys.json'))
  const made = { ...contents, hasKeys, isFilesElsewhere }
  await writeFile(join(staging, 'backup.json'), JSON.stringify({ ...made, at: new Date() }))
  const beside = [...(hasKeys ? ['keys.json'] : []), ...ids.map((id) => `files/${id}`)]
  await writeFile(join(staging, 'list'), beside.map((name) => `${name}\n`).join(''))
  const partial = join(staging, basename(path))
  await pack(partial, staging, config.dataDir)
  // A back-up has its name only when it is whole; link refuses a name that is taken.
  await link(partial, path)
  return made
}

/** For its owner's eyes alone, from the first byte. */
async function pack(partial: string, staging: string, dataDir: string): Promise<void> {
  const file = createWriteStream(partial, { mode: 0o600, flags: 'wx' })
  const list = join(staging, 'list')
  await tar(
    ['-cf', '-', '-C', staging, 'backup.json', 'visavis.db', '-C', resolve(dataDir), '-T', list],
    file,
  )
  if (!file.closed) await once(file, 'close')
  const whole = await open(partial, 'r+')
  await whole.sync().finally(() => whole.close())
}

async function readyFiles(path: string): Promise<string[]> {
  const client = createClient({ url: `file:${path}` })
  try {
    const { rows } = await client.execute("SELECT id FROM attachments WHERE state = 'ready' ORDER BY id")
    return rows.map(({ id }) => String(id))
  } finally {
    client.close()
  }
}

export function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
