import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'

export const adminEmail = 'admin@acme.test'
export const adminPassword = 'a horse that reads maps'

/** Where a house of a test stands: its own folder, its own port, its own administrator. */
export interface HousePlace {
  url: string
  environment: Record<string, string>
  clear(): Promise<void>
}

export async function chooseHousePlace(): Promise<HousePlace> {
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
  }
  return { url, environment, clear: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
