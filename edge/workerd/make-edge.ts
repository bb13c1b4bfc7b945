// One request's edge. Whatever speaks to the outside belongs to the request that began it, so each request is given
// connections, timers and listeners of its own; what requests share is plain data.

import type { Context as HonoContext } from 'hono'
import { attachmentLimits } from '../domain/attachment.ts'
import { countryOf, readPhoneNumber } from '../gateways/phone-numbers.ts'
import { createS3Files } from '../gateways/s3/s3-files.ts'
import { callbacksOf, relayGateway } from '../outside.ts'
import type { Edge, LogLine } from '../routes/edge.ts'
import { createLogTail } from '../routes/log-tail.ts'
import { type Database, openDatabase } from '../store/database.ts'
import type { Marks } from '../store/remote.ts'
import { createIsolateBus, type Notes } from './isolate-bus.ts'
import { noMetrics } from './no-metrics.ts'
import type { WorkerConfig } from './worker-config.ts'

export interface Around {
  notes: Notes
  brokers: Edge['brokers']
  clock: Edge['clock']
  log(line: LogLine): void
  /** Told after each commit, beside the streams. */
  committed(): void
  /** Called again and again while a stream listens. */
  meanwhile(): void
}

export function openRemote(config: WorkerConfig, marks: Marks): Promise<Database> {
  const authToken = config.databaseAuthToken
  return openDatabase({ url: config.databaseUrl, ...(authToken && { authToken }) }, {}, marks)
}

export async function makeEdge(config: WorkerConfig, database: Database, around: Around): Promise<Edge> {
  const { notes, brokers, clock, log, committed, meanwhile } = around
  const bus = createIsolateBus(notes, meanwhile)
  // Nobody says beforehand that an isolate ends: streams are cut, and their readers come back.
  const closing = new AbortController().signal
  return {
    ...config,
    database,
    pushPublicKey: config.vapid.publicKey,
    clock,
    newId: () => crypto.randomUUID(),
    smsKind: config.twilio ? 'twilio' : 'outbox',
    committed: (events) => {
      for (const id of new Set(events.map(({ conversationId }) => conversationId))) bus.wake(id)
      committed()
    },
    bus,
    tail: createLogTail({ database, bus, closing, log }),
    // Each step of the clock may be tried by everybody; a lease for a second would cost more than it saves.
    instance: null,
    files: createS3Files(config.s3),
    attachmentLimits,
    line: config,
    relay: relayGateway(config),
    brokers,
    phoneNumbers: { read: readPhoneNumber, countryOf },
    twilioCallbacks: config.twilio && (await callbacksOf(config.twilio.authToken)),
    closing,
    addressOf: (request) => addressOf(request, config.trustedProxies),
    allowedOrigins: [new URL(config.publicUrl).origin],
    metrics: noMetrics,
    metricsToken: null,
    isHere: () => false,
    log,
  }
}

/** Each trusted proxy adds the address that it saw; what stands before those, anybody may have written. */
function addressOf(request: HonoContext, trustedProxies: number): string {
  const seen = (request.req.header('x-forwarded-for') ?? '').split(',').map((one) => one.trim())
  return seen.at(-trustedProxies) ?? ''
}
