import { link, open, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'

/**
 * Keeps a copy of the database file beside it, e.g. `visavis.db.v1-2026-11-22T10-30-00Z.bak`, and answers with its
 * path. A copy that exists is never overwritten. A remote database is its host's to keep: then undefined.
 */
export async function keepCopy(url: string, version: number): Promise<string | undefined> {
  if (!url.startsWith('file:')) return undefined
  const path = pathOfDatabase(url)
  const partial = `${path}.${crypto.randomUUID()}.partial`
  try {
    await copyDatabase(url, partial)
    return await giveName(partial, `${path}.v${version}-${timestamp()}`)
  } finally {
    await rm(partial, { force: true })
  }
}

/**
 * The database as of one moment, while others go on writing. VACUUM INTO reads through the WAL and meets every page, so
 * a damaged one is found before anything is touched.
 */
export async function copyDatabase(url: string, target: string): Promise<void> {
  const client = createClient({ url })
  try {
    await client.execute({ sql: 'VACUUM INTO ?', args: [target] })
  } finally {
    client.close()
  }
  const file = await open(target, 'r+')
  await file.sync().finally(() => file.close())
}

// A copy gets its name only when it is whole. link refuses a name that is taken, where rename would overwrite.
async function giveName(partial: string, stem: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.bak` : `${stem}-${number}.bak`
    try {
      await link(partial, name)
      return name
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

export function pathOfDatabase(url: string): string {
  return url.startsWith('file:/') ? fileURLToPath(url) : decodeURIComponent(url.slice('file:'.length))
}

// Colons are not allowed in the file names of every system.
function timestamp(): string {
  return `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}
