import { createClient } from '@libsql/client'
import { schemaVersion } from '../../store/schema-steps.ts'
import { BackupFault } from './backup-fault.ts'

export interface Contents {
  version: number
  conversations: number
  files: number
}

/** What is in a database file, every page of which was found sound. Throws BackupFault where it is none of ours. */
export async function readContents(path: string): Promise<Contents> {
  const client = createClient({ url: `file:${path}` })
  const count = async (sql: string) => Number(Object.values((await client.execute(sql)).rows[0] ?? {})[0])
  try {
    const { rows } = await client.execute('PRAGMA integrity_check')
    if (rows[0]?.integrity_check !== 'ok') throw new BackupFault('Its database is damaged.')
    const version = await count('SELECT version FROM schema_version')
    if (version > schemaVersion)
      throw new BackupFault(
        `It is of a newer Visavis: its database has version ${version}, and this one knows versions up to ${schemaVersion}.`,
      )
    return {
      version,
      conversations: await count('SELECT count(*) FROM conversations'),
      files: await count("SELECT count(*) FROM attachments WHERE state = 'ready'"),
    }
  } catch (cause) {
    if (cause instanceof BackupFault) throw cause
    throw new BackupFault('Its database is damaged, or is not one of Visavis.', { cause })
  } finally {
    client.close()
  }
}
