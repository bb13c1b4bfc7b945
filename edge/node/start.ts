// Everything put together: the configuration in, a running house out. main.ts starts it for real,
// tests start it on a port and a folder of their own.

import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { createBroker } from '../../peer-server/broker.ts'
import { createApi } from '../api.ts'
import type { Config } from '../config.ts'
import { attachmentLimits } from '../domain/attachment.ts'
import { hashToken } from '../domain/secrets.ts'
import { createBrokers } from '../gateways/brokers.ts'
import { createOutboxSms } from '../gateways/outbox-sms.ts'
import { createOwnRelay } from '../gateways/own-relay.ts'
import { countryOf, readPhoneNumber } from '../gateways/phone-numbers.ts'
import type { PushGateway } from '../gateways/push.ts'
import type { RelayGateway } from '../gateways/relay.ts'
import type { SmsGateway } from '../gateways/sms.ts'
import { createTwilioRelay } from '../gateways/twilio-relay.ts'
import { createTwilioSms } from '../gateways/twilio-sms.ts'
import { createWakeUpBus, type WakeUpBus } from '../gateways/wake-up.ts'
import { createWebPush } from '../gateways/web-push.ts'
import { startPulse } from '../pulse.ts'
import type { Edge, TwilioCallbacks } from '../routes/edge.ts'
import { createLogTail } from '../routes/log-tail.ts'
import { openDatabase } from '../store/database.ts'
import { upgrade } from '../store/upgrade.ts'
import { filesOf } from './files-of.ts'
import { makeFirstAdmin } from './first-admin.ts'
import { keepCopy } from './keep-copy.ts'
import { type Keys, readKeys } from './kept-keys.ts'
import { createLog } from './log.ts'
import { mountPages } from './pages.ts'
import { readSchema } from './schema.ts'
import { serve } from './serve.ts'

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

/** @param pages where the built pages lie; the project's own unless a test brings others */
export async function start(config: Config, pages?: string): Promise<House> {
  const keys = await readKeys(config)
  const database = await openHouseDatabase(config)
  let bus: (WakeUpBus & Ending) | null = null
  try {
    const admin = await makeFirstAdmin(database, config)
    const closing = new AbortController()
    const log = createLog(config.logLevel)
    bus = await busOf(config, keys.secret, log)
    const brokers = createBrokers(config.brokers, { log })
    closing.signal.addEventListener('abort', brokers.end)
    const parts = { keys, database, bus, brokers, closing: closing.signal, log }
    const edge = await wire({ config, ...parts })
    const broker = createBroker({
      secret: keys.secret,
      allowedOrigins: edge.allowedOrigins,
      log: (line) => log({ level: 'info', what: 'broker', ...line }),
    })
    const app = createApi(edge)
    mountPages(app as never, pages)
    const serving = await serve(app.fetch as never, broker, config).catch(async (cause) => {
      await broker.close()
      throw cause
    })
    const endPulse = startPulse(edge, { sms: smsGateway(config), push: pushGateway(config, keys, log) })
    const end = async () => {
      closing.abort()
      await Promise.all([serving.end(patienceMs), broker.close(), atMost(patienceMs, endPulse())])
      await bus?.end()
      await atMost(patienceMs, database.close())
    }
    return { port: serving.port, publicUrl: config.publicUrl, admin, end }
  } catch (cause) {
    await bus?.end()
    await database.close()
    throw cause
  }
}

/** An SMS whose answer does not come is left: its row says "sending", which nobody sends again. */
async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
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

type Parts = Pick<Edge, 'database' | 'bus' | 'brokers' | 'closing' | 'log'> & { config: Config; keys: Keys }

async function wire({ config, keys, database, bus, brokers, closing, log }: Parts): Promise<Edge> {
  return {
    ...config,
    database,
    secret: keys.secret,
    pushPublicKey: keys.vapid.publicKey,
    clock: Date.now,
    newId: () => crypto.randomUUID(),
    smsKind: config.twilio ? 'twilio' : 'outbox',
    committed: (conversations) => {
      for (const id of conversations) bus.wake(id)
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

/** Loaded only where it is wanted: Twilio's code would cost every other start a tenth of a second. */
async function callbacksOf(authToken: string): Promise<TwilioCallbacks> {
  const { readIncomingMessage, readStatusCallback } = await import('../gateways/twilio-callback.ts')
  return {
    readStatus: (request) => readStatusCallback({ authToken, ...request }),
    readIncoming: (request) => readIncomingMessage({ authToken, ...request }),
  }
}

function smsGateway({ twilio, publicUrl }: Config): SmsGateway {
  if (!twilio) return createOutboxSms()
  const { accountSid, authToken, messagingServiceSid, from, apiUrl } = twilio
  return createTwilioSms({
    accountSid,
    authToken,
    publicUrl,
    ...(messagingServiceSid && { messagingServiceSid }),
    ...(from && { from }),
    ...(apiUrl && { apiUrl }),
  })
}

function pushGateway({ vapidSubject }: Config, { vapid }: Keys, log: Edge['log']): PushGateway {
  return createWebPush({ vapid, subject: vapidSubject, log })
}

function relayGateway(config: Config): RelayGateway {
  if (config.turnProvider === 'own' || !config.twilio) return createOwnRelay(config)
  const { accountSid, authToken, apiUrl } = config.twilio
  return createTwilioRelay({ accountSid, authToken, ...(apiUrl && { apiUrl }) })
}

/** On one's own machine the same page is reached by two names. */
function originsOf({ publicUrl, port }: Config): string[] {
  const { origin, hostname } = new URL(publicUrl)
  const local = hostname === 'localhost' || hostname === '127.0.0.1'
  return local ? [origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`] : [origin]
}

/** Each trusted proxy adds the address that it saw; what stands before those, anybody may have written. */
function addressOf(request: Context, trustedProxies: number): string {
  const direct = getConnInfo(request).remote.address ?? ''
  const seen = [...(request.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim()), direct]
  return seen.at(-1 - trustedProxies) || direct
}
