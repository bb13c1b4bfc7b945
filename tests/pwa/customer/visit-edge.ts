// An edge of its own for a page: it answers visits as it is told, and keeps what it was asked.

import { Hono } from 'hono'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { ConversationId } from '../../../edge/domain/ids.ts'
import type { Visit } from '../../../edge/domain/wire.ts'

export const visit: Visit = {
  conversationId: '0f6c1c9a-0000-4000-8000-000000000001' as ConversationId,
  state: 'waiting',
  language: 'en',
  customerName: 'Deniz',
  team: 'Acme',
  inviterName: 'Ada',
  message: 'We would like to look at your boiler:',
  operatorName: null,
  mayCall: true,
  now: Date.now(),
}

export interface Asked {
  path: string
  key: string | undefined
  body: unknown
}

type Answer = [status: 200 | 401 | 404 | 409 | 410 | 503, body: object]

export interface VisitEdge {
  asked: Asked[]
  /** What opening the link is answered with, one after the other; the last one stays. `null` breaks the connection. */
  answers: (Answer | null)[]
  events: readonly AnyEvent[]
  close(): void
}

export const refuse = (status: Answer[0], code: string): Answer => [
  status,
  { error: { code, message: '', requestId: '' } },
]

/** Answers whatever the page fetches until it is closed. */
export function startVisitEdge(): VisitEdge {
  const ownFetch = globalThis.fetch
  const edge: VisitEdge = { asked: [], answers: [[200, visit]], events: [], close }
  const app = new Hono()
    .get('*', () => new Response(eventStream(edge.events)))
    .post('*', async ({ req, json, body }) => {
      edge.asked.push({ path: req.path, key: req.header('idempotency-key'), body: await req.json() })
      if (req.path !== '/api/visits') return body(null, 204)
      const [status, answer] = nextAnswer(edge)
      return json(answer, status)
    })
    // What a page sees of a broken connection.
    .onError((cause) => {
      throw cause
    })

  function close() {
    globalThis.fetch = ownFetch
  }
  globalThis.fetch = async (path, init) => app.request(String(path), init)
  return edge
}

function nextAnswer({ answers }: VisitEdge): Answer {
  const next = answers.length > 1 ? answers.shift() : answers[0]
  if (!next) throw new TypeError('Failed to fetch')
  return next
}

/** Stays open, as the edge's does. */
function eventStream(events: readonly AnyEvent[]): ReadableStream<Uint8Array> {
  const frames = events.map((event) => `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`).join('')
  return new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(`: here\n\n${frames}`))
    },
  })
}
