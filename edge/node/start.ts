// Everything put together: the configuration in, a running house out. main.ts starts it for real,
// tests start it on a port and a folder of their own.

import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Broker, createBroker } from '../../peer-server/broker.ts'
import { createApi } from '../api.ts'
import type { Config } from '../config.ts'
import { attachmentLimits } from '../domain/attachment.ts'
import { hashToken } from '../domain/secrets.ts'
import { makeFirstAdmin } from '../first-admin.ts'
import { createBrokers } from '../gateways/brokers.ts'
import { createMetrics, type Metrics } from '../gateways/metrics.ts'
import { countryOf, readPhoneNumber } from '../gateways/phone-numbers.ts'
import { createWakeUpBus, type WakeUpBus } from '../gateways/wake-up.ts'
import { callbacksOf, pushGateway, relayGateway, smsGateway } from '../outside.ts'
import { startPulse } from '../pulse.ts'
import { answerUnavailable } from '../routes/answer-unavailable.ts'
import type { Edge } from '../routes/edge.ts'
import { createLogTail } from '../routes/log-tail.ts'
import { agreeOnClock } from '../store/agreed-clock.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { upgrade } from '../store/upgrade.ts'
import { awaitDatabase } from './await-database.ts'
import { addressOf, isHere, originsOf } from './callers.ts'
import { startCheckpoints } from './checkpoints.ts'
import { filesOf } from './files-of.ts'
import { keepCopy } from './keep-copy.ts'
import { type Keys, readKeys } from './kept-keys.ts'
import { createLog } from './log.ts'
import {
  countEvents,
  measuredDatabase,
  measuredPush,
  measuredSms,
  watchEventLoop,
  watchMemory,
} from './measured.ts'
import { mountPages } from './pages.ts'
import { readSchema } from './schema.ts'
import { createDoor } from './serve.ts'
import { readBuild } from './version.ts'

export interface House {
  port: number
  publicUrl: string
  /** The administrator's sign-in, at the very first start. */
  admin: { email: string; password: string } | null
  /** Tells the streams, finishes the writes, closes the database. */
  end(): Promise<void>
}

/** A platform that ends us gives five seconds; what is not done by then is cut. */
const patienceMs = 4_000
/** A collector that does not answer must not keep us. */
const partingMs = 500

/** @param pages where the built pages lie; the project's own unless a test brings others */
export async function start(config: Config, pages?: string): Promise<House> {
  const keys = await readKeys(config)
  const build = await readBuild()
  const endTracing = await tracingOf(config, build.version)
  const metrics = createMetrics(build)
  const log = createLog(config.logLevel)
  let clock = Date.now
  const broker = createBroker({
    secret: keys.secret,
    now: () => clock(),
    allowedOrigins: originsOf(config),
    log: (line) => log({ level: 'info', what: 'broker', ...line }),
  })
  const door = createDoor(broker, config)
  let database: Database | null = null
  let bus: (WakeUpBus & Ending) | null = null
  try {
    const opened = await openWhenThere(config, log, () => door.open(waiting))
    database = measuredDatabase(opened.database, metrics)
    const closing = new AbortController()
    bus = await busOf(config, keys.secret, log)
    const brokers = createBrokers(config.brokers, { log })
    closing.signal.addEventListener('abort', brokers.end)
    const parts = { keys, database, bus, brokers, metrics, closing: closing.signal, log }
    clock = await clockOf(config, database, closing.signal, log)
    const edge = await wire({ config, clock, ...parts })
    const endMeters = watchHouse(metrics, bus, broker)
    const app = createApi(edge)
    mountPages(app as never, pages)
    const port = await door.open(app.fetch as never)
    const endCheckpoints = startCheckpoints(config.databaseUrl, (cause) =>
      log({ level: 'error', what: 'checkpoints', cause: String(cause) }),
    )
    const endPulse = startPulse(edge, {
      sms: measuredSms(smsGateway(config), metrics),
      push: measuredPush(pushGateway(config, keys.vapid, log), metrics),
    })
    const end = async () => {
      closing.abort()
      endMeters()
      await Promise.all([door.end(patienceMs), broker.close(), atMost(patienceMs, endPulse())])
      await Promise.all([bus?.end(), atMost(patienceMs, endCheckpoints())])
      await atMost(patienceMs, parts.database.close())
      await atMost(partingMs, endTracing())
    }
    return { port, publicUrl: config.publicUrl, admin: opened.admin, end }
  } catch (cause) {
    await Promise.all([door.end(0), broker.close(), bus?.end(), database?.close()])
    throw cause
  }
}

const waiting = (request: Request) =>
  answerUnavailable(request, 'The database does not answer. Visavis is waiting for it.')

/** @param wait makes sure that who asks is told */
async function openWhenThere(config: Config, log: Edge['log'], wait: () => Promise<unknown>) {
  const open = async () => {
    const database = await openHouseDatabase(config)
    const admin = await makeFirstAdmin(database, config).catch(async (cause) => {
      await database.close()
      throw cause
    })
    return { database, admin }
  }
  return awaitDatabase(open, async (cause, pauseMs) => {
    await wait()
    log({ level: 'warn', what: 'waiting for the database', nextTryMs: pauseMs, cause: String(cause) })
  })
}

/** An SMS whose answer does not come is left: its row says "sending", which nobody sends again. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Loaded only where somebody listens: it would cost every other start a fifth of a second. */
async function tracingOf({ sendsTraces }: Config, version: string): Promise<() => Promise<void>> {
  if (!sendsTraces) return async () => {}
  const { startTracing } = await import('./tracing.ts')
  return startTracing(version)
}

async function openHouseDatabase(config: Config) {
  const url = config.databaseUrl
  if (url.startsWith('file:') && !url.startsWith('file:/')) {
    await mkdir(dirname(url.slice('file:'.length)), { recursive: true, mode: 0o700 })
  }
  const database = await openDatabase({
    url,
    ...(config.databaseAuthToken && { authToken: config.databaseAuthToken }),
  })
  try {
    await upgrade(database, await readSchema(), async (version) => {
      const copy = await keepCopy(url, version)
      if (copy) console.log(`The database is being upgraded. A copy of it as it was is kept at ${copy}`)
    })
    return database
  } catch (cause) {
    await database.close()
    throw cause
  }
}

function watchHouse(metrics: Metrics, bus: WakeUpBus, broker: Broker): () => void {
  metrics.watch('broker_peers', 'Browsers at the broker on this port', broker.connected)
  metrics.watch(
    'bus_hears_others',
    'Whether the wake-up bus hears the other instances: 1, or 0 while they are found by looking',
    () => (bus.state() === 'polling' ? 0 : 1),
  )
  watchMemory(metrics)
  return watchEventLoop(metrics)
}

const compareEveryMs = 60_000

/** A file's clock is this machine's own. A server's is the one that all its instances share, and theirs need not be right. */
async function clockOf(
  { databaseUrl }: Config,
  database: Database,
  closing: AbortSignal,
  log: Edge['log'],
): Promise<() => number> {
  if (databaseUrl.startsWith('file:')) return Date.now
  const clock = await agreeOnClock(database)
  const timer = setInterval(() => {
    clock
      .compare()
      .catch((cause) => void (closing.aborted || log({ level: 'warn', what: 'clock', cause: String(cause) })))
  }, compareEveryMs)
  timer.unref()
  closing.addEventListener('abort', () => clearInterval(timer))
  return clock.now
}

type Parts = Pick<Edge, 'database' | 'bus' | 'brokers' | 'metrics' | 'clock' | 'closing' | 'log'> & {
  config: Config
  keys: Keys
}

async function wire({
  config,
  keys,
  database,
  bus,
  brokers,
  metrics,
  clock,
  closing,
  log,
}: Parts): Promise<Edge> {
  return {
    ...config,
    database,
    secret: keys.secret,
    pushPublicKey: keys.vapid.publicKey,
    clock,
    newId: () => crypto.randomUUID(),
    smsKind: config.twilio ? 'twilio' : 'outbox',
    committed: (events) => {
      for (const id of new Set(events.map(({ conversationId }) => conversationId))) bus.wake(id)
      countEvents(metrics, database, events)
    },
    bus,
    tail: createLogTail({ database, bus, closing, log }),
    instance: config.natsUrl || !config.databaseUrl.startsWith('file:') ? crypto.randomUUID() : null,
    files: await filesOf(config),
    attachmentLimits,
    line: config,
    relay: relayGateway(config),
    brokers,
    phoneNumbers: { read: readPhoneNumber, countryOf },
    twilioCallbacks: config.twilio && (await callbacksOf(config.twilio.authToken)),
    closing,
    addressOf: (request) => addressOf(request, config.trustedProxies),
    allowedOrigins: originsOf(config),
    metrics,
    isHere: (request) => config.trustedProxies === 0 && isHere(request),
    log,
  }
}

/** Instances of one team hear each other, and nobody who does not know its secret. */
async function busOf({ natsUrl }: Config, secret: string, log: Edge['log']): Promise<WakeUpBus & Ending> {
  if (natsUrl === null) return { ...createWakeUpBus(), end: async () => {} }
  const { createNatsBus } = await import('../gateways/nats-bus.ts')
  const channel = await hashToken(`wake-up bus ${secret}`)
  return createNatsBus({ url: natsUrl, channel, log })
}

interface Ending {
  end(): Promise<void>
}
