// Makes a house from a back-up, where there is none yet.

import { constants } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { pathOfDatabase } from '../keep-copy.ts'
import { type BackedUp, exists } from './back-up.ts'
import { BackupFault } from './backup-fault.ts'
import { readContents } from './contents.ts'
import { tar } from './tar.ts'

/** Throws BackupFault with a sentence, and has changed nothing then. The database is put in place last. */
export async function restore(config: Config, from: string): Promise<BackedUp> {
  if (!config.databaseUrl.startsWith('file:'))
    throw new BackupFault('The database is on a server: its provider restores it, deploy/backup.md says how.')
  const archive = resolve(from)
  if (!(await exists(archive))) throw new BackupFault(`There is no ${archive}.`)
  const folder = resolve(config.dataDir)
  const database = resolve(pathOfDatabase(config.databaseUrl))
  await refuseToOverwrite(folder, database)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const staging = await mkdtemp(join(folder, '.restore-'))
  try {
    return await unpack(archive, staging, folder, database)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** A house that runs has all of these, so it is never restored into either. */
async function refuseToOverwrite(folder: string, database: string): Promise<void> {
  const taken = [join(folder, 'keys.json'), database, `${database}-wal`]
  for (const path of taken) {
    if (await exists(path)) throw new BackupFault(`There is a house already: ${path}. ${instead}`)
  }
  if ((await readdir(join(folder, 'files')).catch(() => [])).length > 0)
    throw new BackupFault(`There are files already: ${join(folder, 'files')}. ${instead}`)
}

const instead = 'Nothing was changed. Stop it and move its folder away, or restore into another DATA_DIR.'

async function unpack(archive: string, staging: string, folder: string, database: string): Promise<BackedUp> {
  await tar(['-xf', archive, '-C', staging, '--no-same-owner']).catch((cause) => {
    throw new BackupFault(`${archive} is damaged, or is no back-up. Nothing was changed.`, { cause })
  })
  const told = await readTold(staging, archive)
  const found = await readContents(join(staging, 'visavis.db'))
  await mkdir(join(staging, 'files'), { recursive: true })
  const files = (await readdir(join(staging, 'files'))).length
  if (files < found.files && !told.isFilesElsewhere)
    throw new BackupFault(`${archive} lacks ${found.files - files} of its files. Nothing was changed.`)
  await rm(join(folder, 'files'), { recursive: true, force: true })
  await rename(join(staging, 'files'), join(folder, 'files'))
  await chmod(join(folder, 'files'), 0o700)
  if (told.hasKeys) await place(join(staging, 'keys.json'), join(folder, 'keys.json'))
  await mkdir(dirname(database), { recursive: true, mode: 0o700 })
  await place(join(staging, 'visavis.db'), database)
  return { ...told, ...found }
}

async function readTold(
  staging: string,
  archive: string,
): Promise<Pick<BackedUp, 'hasKeys' | 'isFilesElsewhere'>> {
  try {
    return JSON.parse(await readFile(join(staging, 'backup.json'), 'utf8')) as BackedUp
  } catch (cause) {
    throw new BackupFault(`${archive} is no back-up of Visavis. Nothing was changed.`, { cause })
  }
}

/** Copied, since it may be another disk; whole before it has its name. */
async function place(from: string, to: string): Promise<void> {
  const partial = `${to}.partial`
  await copyFile(from, partial, constants.COPYFILE_FICLONE)
  await chmod(partial, 0o600)
  const file = await open(partial, 'r+')
  await file.sync().finally(() => file.close())
  await rename(partial, to)
}
