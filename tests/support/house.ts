// The whole edge on a real database file, with its own clock and no network: tests speak to it
// through the API, and look into the tables for what came of it.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '../../edge/api.ts'
import { attachmentLimits } from '../../edge/domain/attachment.ts'
import { type AnyEvent, eventTypes, parseEvent } from '../../edge/domain/events.ts'
import { hashToken, newToken } from '../../edge/domain/secrets.ts'
import { createMetrics } from '../../edge/gateways/metrics.ts'
import { createOwnRelay } from '../../edge/gateways/own-relay.ts'
import { countryOf, readPhoneNumber } from '../../edge/gateways/phone-numbers.ts'
import type { BucketPlace } from '../../edge/gateways/s3/bucket.ts'
import { createS3Files } from '../../edge/gateways/s3/s3-files.ts'
import { createWakeUpBus } from '../../edge/gateways/wake-up.ts'
import { createDiskFiles } from '../../edge/node/disk-files.ts'
import { countEvents } from '../../edge/node/measured.ts'
import type { Edge, LogLine } from '../../edge/routes/edge.ts'
import { createLogTail } from '../../edge/routes/log-tail.ts'
import { type Database, openDatabase, type Row, type Value } from '../../edge/store/database.ts'
import { Caller } from './caller.ts'
import { emptyHouse } from './empty-house.ts'
import { databaseAt } from './test-database.ts'
import { askWorker, isOnWorkerd } from './workerd/worker-door.ts'

/** Nothing is given up because a machine is slow; tests/edge/store/ proves that it would be. */
const patient = { patience: 60_000, unit: 60_000 }

export const testSecret = 'a secret of the tests, with its 32 characters and more'

export interface Operator extends Caller {
  id: string
  name: string
}

export interface TestEdge {
  edge: Edge
  api: ReturnType<typeof createApi>
  database: Database
  url: string
  /** Without what is said of each request. */
  logs: LogLine[]
  /** The lines of the requests. */
  requests: LogLine[]
  closing: AbortController
  /** Moves the clock on, and tells the streams to look. */
  pass(ms: number): void
  /** A browser without any cookie. */
  stranger(): Caller
  /** Somebody of the team, signed in and Online unless it is said otherwise. */
  operator(name: string, facts?: OperatorFacts): Promise<Operator>
  department(name: string, members: readonly Operator[]): Promise<string>
  rows(sql: string, args?: readonly Value[]): Promise<Row[]>
  change(sql: string, args?: readonly Value[]): Promise<void>
  /** The log, or one conversation's part of it. */
  events(conversationId?: string): Promise<AnyEvent[]>
  types(conversationId?: string): Promise<string[]>
  /** Every row of every table, as text. */
  dump(): Promise<string>
  close(): Promise<void>
}

export interface OperatorFacts {
  role?: 'admin' | 'operator'
  status?: string
  limit?: number
  email?: string
}

/** What a test has otherwise; files in a bucket by its place, so that a worker can be told of it. */
export type Over = Partial<Edge> & { s3?: BucketPlace }

export async function openTestEdge(over: Over = {}): Promise<TestEdge> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-edge-'))
  const path = join(folder, 'visavis.db')
  await writeFile(path, await emptyHouse())
  const { url, end } = await databaseAt(path)
  const database = await openDatabase({ url }, patient)
  const files = over.s3 ? createS3Files(over.s3) : await createDiskFiles(join(folder, 'files'))
  const wired = wire(database, { files, ...over })
  const api = createApi(wired.edge)
  if (isOnWorkerd) api.request = askWorker(wired.edge, url, wired.edge.log) as typeof api.request
  return {
    ...wired,
    api,
    url,
    stranger: () => new Caller(api),
    operator: (name, facts) => addOperator(wired.edge, api, name, facts),
    department: (name, members) => addDepartment(wired.edge, name, members),
    ...looks(database),
    close: async () => {
      wired.closing.abort()
      await database.close()
      await end()
      await rm(folder, { recursive: true })
    },
  }
}

/**
 * Opens an edge for one piece of work, and leaves nothing behind. A fault in the log fails the
 * test, whatever it looked at; a test that makes one empties `logs` after reading it.
 */
export async function withEdge(work: (house: TestEdge) => Promise<void>, over: Over = {}) {
  const house = await openTestEdge(over)
  try {
    await work(house)
  } finally {
    await house.close()
    for (const { cause } of house.logs.filter(isFault)) console.error(cause)
  }
  if (house.logs.some(isFault)) throw new Error('the log names a fault')
}

const isFault = ({ level }: LogLine) => level === 'error'

function wire(database: Database, over: Partial<Edge> & Pick<Edge, 'files'>) {
  const logs: LogLine[] = []
  const requests: LogLine[] = []
  const bus = createWakeUpBus()
  const metrics = createMetrics({ version: '0', runtime: 'tests' })
  const closing = new AbortController()
  let now = Date.UTC(2026, 10, 22, 9)
  const pass = (ms: number) => {
    now += ms
    bus.wake(null)
  }
  const edge: Edge = {
    database,
    clock: () => now,
    newId: () => crypto.randomUUID(),
    secret: testSecret,
    publicUrl: 'http://localhost:8787',
    teamName: 'Visavis',
    smsKind: 'outbox',
    smsCountries: null,
    defaultCountry: 'TR',
    pushAllowedHosts: ['push.example.org'],
    pushPublicKey: 'a public key',
    attachmentLimits,
    committed: (events) => {
      for (const { conversationId } of events) bus.wake(conversationId)
      countEvents(metrics, database, events)
    },
    bus,
    tail: createLogTail({ database, bus, closing: closing.signal, log: (line) => void logs.push(line) }),
    instance: null,
    line: { stunUrls: [], icePolicy: 'all' },
    brokers: { addresses: ['/peer'], isThere: () => true },
    relay: createOwnRelay({ turnUrls: [], turnSecret: null }),
    phoneNumbers: { read: readPhoneNumber, countryOf },
    twilioCallbacks: null,
    closing: closing.signal,
    addressOf: (request) => request.req.header('x-test-address') ?? '127.0.0.1',
    allowedOrigins: ['http://localhost:8787'],
    metrics,
    metricsToken: null,
    isHere: (request) => request.req.header('x-test-address') === undefined,
    log: (line) => void (line.what === 'request' ? requests : logs).push(line),
    ...over,
  }
  return { edge, database, logs, requests, closing, pass }
}

async function addOperator(
  edge: Edge,
  api: ConstructorParameters<typeof Caller>[0],
  name: string,
  facts: OperatorFacts = {},
) {
  const id = edge.newId()
  const {
    role = 'operator',
    status = 'online',
    limit = 3,
    email = `${name.toLowerCase()}@example.org`,
  } = facts
  const token = newToken()
  const hash = await hashToken(token)
  const now = edge.clock()
  await edge.database.write(async (transaction) => {
    await transaction.run(
      'INSERT INTO operators (id, email, name, role, status, conversation_limit, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [id, email, name, role, status, limit, now],
    )
    await transaction.run('INSERT INTO sessions VALUES (?, ?, ?, ?)', [
      hash,
      id,
      now,
      now + 30 * 24 * 3_600_000,
    ])
  })
  const caller = new Caller(api)
  caller.cookies.set('visavis_session', { value: token, path: '/api' })
  return Object.assign(caller, { id, name })
}

async function addDepartment(edge: Edge, name: string, members: readonly Operator[]): Promise<string> {
  const id = edge.newId()
  await edge.database.write(async (transaction) => {
    await transaction.run('INSERT INTO departments VALUES (?, ?, ?)', [id, name, edge.clock()])
    for (const { id: member } of members) {
      await transaction.run('INSERT INTO department_members VALUES (?, ?)', [id, member])
    }
  })
  return id
}

function looks(database: Database) {
  const rows = (sql: string, args?: readonly Value[]) => database.all(sql, args)
  const events = async (id?: string) => {
    const found = await rows('SELECT * FROM events WHERE ?1 IS NULL OR conversation_id = ?1 ORDER BY seq', [
      id ?? null,
    ])
    return found.map(eventOf)
  }
  return {
    rows,
    change: async (sql: string, args?: readonly Value[]) => {
      await database.write((transaction) => transaction.run(sql, args))
    },
    events,
    types: async (id?: string) => (await events(id)).map((event) => event.type),
    dump: () => dumpOf(database),
  }
}

function eventOf(row: Row): AnyEvent {
  const actor = { kind: row.actor_kind, id: row.actor_id }
  const event = parseEvent(
    {
      ...row,
      conversationId: row.conversation_id,
      actor,
      data: JSON.parse(String(row.data)),
    },
    eventTypes,
  )
  if (!event) throw new Error(`an event that the catalogue does not know: ${row.type}`)
  return event
}

async function dumpOf(database: Database): Promise<string> {
  // What the store remembers of its own commits changes with each of them.
  const tables = await database.all(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'writers' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
  )
  const contents = await Promise.all(
    tables.map(
      async ({ name }) =>
        `${name} ${JSON.stringify((await database.all(`SELECT * FROM ${name}`)).map(printable))}`,
    ),
  )
  return contents.join('\n')
}

// Blocks of the search index are bytes; a token in them would be readable as text.
function printable(row: Row): unknown[] {
  return Object.values(row).map((cell) =>
    cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : cell,
  )
}
