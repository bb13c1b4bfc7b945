// The edge as workerd runs it, told by each request of a test which database and which clock it has; see worker-door.ts.

import { createApi } from '../../../edge/api.ts'
import type { OutgoingPush } from '../../../edge/gateways/push.ts'
import type { BucketPlace } from '../../../edge/gateways/s3/bucket.ts'
import { createWebPush } from '../../../edge/gateways/web-push.ts'
import type { Edge, LogLine } from '../../../edge/routes/edge.ts'
import { createMarks } from '../../../edge/store/remote.ts'
import { noNotes } from '../../../edge/workerd/isolate-bus.ts'
import { makeEdge, openRemote } from '../../../edge/workerd/make-edge.ts'
import type { WorkerConfig } from '../../../edge/workerd/worker-config.ts'

/** What a test's edge is made of, as far as it is data. */
export interface Told {
  databaseUrl: string
  now: number
  brokersGone: readonly string[]
  edge: Partial<Edge> & { s3?: BucketPlace }
}

const nowhere = {
  endpoint: 'http://bucket.test',
  region: '',
  bucket: 'b',
  accessKeyId: 'a',
  secretAccessKey: 's',
}
const notes = new Map<string, ReturnType<typeof noNotes>>()

function notesOf(databaseUrl: string) {
  const found = notes.get(databaseUrl) ?? noNotes()
  notes.set(databaseUrl, found)
  return found
}

/** A push sealed here, for a push service that stands at another address than its own. */
export interface PushToSend {
  push: OutgoingPush
  vapid: { publicKey: string; privateKey: string }
  service: string
}

async function sendPush({ push, vapid, service }: PushToSend): Promise<Response> {
  const elsewhere: typeof fetch = (asked, init) => fetch(service + new URL(String(asked)).pathname, init)
  const gateway = createWebPush({ vapid, subject: 'mailto:a@example.org', log() {}, fetch: elsewhere })
  return Response.json(await gateway.send(push))
}

export default {
  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname === '/send-push') return sendPush((await request.json()) as PushToSend)
    const { databaseUrl, now, brokersGone, edge } = JSON.parse(
      request.headers.get('x-test-edge') ?? '',
    ) as Told
    const logs: LogLine[] = []
    const config = {
      databaseUrl,
      databaseAuthToken: null,
      s3: edge.s3 ?? nowhere,
      vapid: {},
      twilio: null,
      publicUrl: edge.publicUrl,
      brokers: edge.brokers?.addresses ?? [],
      turnProvider: 'own',
      turnUrls: [],
      turnSecret: null,
    } as unknown as WorkerConfig
    const made = await makeEdge(config, await openRemote(config, createMarks()), {
      notes: notesOf(databaseUrl),
      brokers: {
        addresses: edge.brokers?.addresses ?? [],
        isThere: (address) => !brokersGone.includes(address),
      },
      clock: () => now,
      log: (line) => void logs.push(line),
      committed() {},
      meanwhile() {},
    })
    const api = createApi({
      ...made,
      ...edge,
      brokers: made.brokers,
      clock: () => now,
      addressOf: (asked) => asked.req.header('x-test-address') ?? '127.0.0.1',
      isHere: (asked) => asked.req.header('x-test-address') === undefined,
    })
    const answer = await api.fetch(request)
    const headers = new Headers(answer.headers)
    headers.set('x-test-logs', encodeURIComponent(JSON.stringify(logs)))
    return new Response(answer.body, { status: answer.status, headers })
  },
}
