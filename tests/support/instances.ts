// Several instances over one remote database and one NATS, each a process of its own with a folder of its own.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '../../edge/store/database.ts'
import { Caller } from './caller.ts'
import { adminEmail, adminPassword } from './house-place.ts'
import { type HouseProcess, startHouseProcess } from './house-process.ts'
import { type HranaOptions, startHrana } from './hrana/start-hrana.ts'
import { type NatsServer, startNats } from './nats-server.ts'
import type { Lane } from './runner/lane.ts'
import { done } from './scenes.ts'

export interface Instances {
  houses: HouseProcess[]
  nats: NatsServer
  /** The remote database goes away, and comes back where it was. */
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
  /** A connection of the test's own. */
  database: Database
  end(): Promise<void>
}

type StartServer = (
  path: string,
  options: HranaOptions,
) => Promise<{ url: string; port: number; close(): Promise<void> }>

const authToken = 'the token of the tests'

/**
 * @param kind a database server of their own, or a file that all of them open
 * @param each what is so for one of them alone, by its place
 * @param startServer of a database server
 */
export async function startInstances(
  runtimes: readonly Lane['runtime'][],
  kind: Lane['database'] = 'remote',
  over: Record<string, string> = {},
  each: readonly Record<string, string>[] = [],
  startServer: StartServer = startHrana,
): Promise<Instances> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-instances-'))
  const file = join(folder, 'visavis.db')
  let server = kind === 'remote' ? await startServer(file, { authToken }) : null
  const port = server?.port ?? 0
  const url = server?.url ?? `file:${file}`
  const nats = await startNats({ user: 'visavis', pass: 'north' })
  const shared = {
    DATABASE_URL: url,
    DATABASE_AUTH_TOKEN: authToken,
    NATS_URL: nats.url,
    SECRET: 'one secret for all instances of the tests',
    // One door for all of them, as a load balancer is.
    PUBLIC_URL: 'http://visavis.test',
    ...over,
  }
  const houses = await Promise.all(
    runtimes.map((runtime, at) => startHouseProcess({ ...shared, ...each[at] }, runtime)),
  )
  const database = await openDatabase({ url, ...(server && { authToken }) })
  return {
    houses,
    nats,
    database,
    stopDatabase: async () => server?.close(),
    async startDatabase() {
      server = await startServer(file, { authToken, port })
    },
    async end() {
      await Promise.all(houses.map((house) => house.end()))
      await database.close()
      await Promise.all([nats.stop(), server?.close()])
      await rm(folder, { recursive: true })
    },
  }
}

/** A browser whose requests go wherever its door leads now. */
export class Roamer extends Caller {
  readonly where: { house: HouseProcess }

  constructor(at: HouseProcess) {
    const where = { house: at }
    super({ request: (path, init) => fetch(where.house.url + path, init) })
    this.where = where
  }

  at(house: HouseProcess): this {
    this.where.house = house
    return this
  }
}

export async function signedIn(house: HouseProcess): Promise<Roamer> {
  const admin = new Roamer(house)
  done(await admin.post('/api/session', { email: adminEmail, password: adminPassword }))
  return admin
}
