import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

export const adminEmail = 'admin@acme.test'
export const adminPassword = 'a horse that reads maps'

/** Where a house of a test stands: its own folder, its own port, its own administrator. */
export interface HousePlace {
  /** As this machine reaches it. */
  url: string
  /** As links and browsers name it; the same unless `over` says otherwise. */
  publicUrl: string
  environment: Record<string, string>
  clear(): Promise<void>
}

/** @param over further environment, which goes before what is chosen here */
export async function chooseHousePlace(over: Record<string, string> = {}): Promise<HousePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-house-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const environment = {
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: folder,
    ADMIN_EMAIL: adminEmail,
    ADMIN_PASSWORD: adminPassword,
    TEAM_NAME: 'Acme',
    LOG_LEVEL: 'warn',
    ...over,
  }
  const clear = () => rm(folder, { recursive: true, force: true, maxRetries: 5 })
  return { url, publicUrl: environment.PUBLIC_URL, environment, clear }
}
