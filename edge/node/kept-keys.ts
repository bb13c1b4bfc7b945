// The secret and the VAPID keys are made at the first start and kept in the data folder,
// readable by its owner alone. Without them links, sessions' tickets and push would change at each start.

import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

export interface Keys {
  secret: string
  vapid: { publicKey: string; privateKey: string }
}

/** What the configuration gives, and else what the folder keeps. */
export async function readKeys(config: Config): Promise<Keys> {
  if (config.secret && config.vapid) return { secret: config.secret, vapid: config.vapid }
  const kept = await keptKeys(config.dataDir)
  return { secret: config.secret ?? kept.secret, vapid: config.vapid ?? kept.vapid }
}

async function keptKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'keys.json')
  return (await read(path)) ?? (await make(path))
}

async function read(path: string): Promise<Keys | null> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  if (text === null) return null
  try {
    const keys = JSON.parse(text) as Keys
    if (keys.secret.length >= 32 && keys.vapid.publicKey && keys.vapid.privateKey) return keys
  } catch {}
  throw new Error(`${path} is damaged. Put it back from a copy, or remove it: then open links stop working.`)
}

async function make(path: string): Promise<Keys> {
  const { generateVAPIDKeys } = (await import('web-push')).default
  const keys: Keys = { secret: randomBytes(32).toString('base64url'), vapid: generateVAPIDKeys() }
  const partial = `${path}.${process.pid}`
  await writeFile(partial, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 })
  // Of two processes that start together one makes the file, and both use it.
  await link(partial, path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EEXIST') throw cause
  })
  await rm(partial)
  return (await read(path)) ?? keys
}
