// Stands in for the push services: gives scripted answers, and else hands what comes in to web-push-testing, which nobody
// here wrote: it checks our signature and decrypts with the subscription's own keys.

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { type PushNotice, parseNotice } from '../../edge/domain/push-notice.ts'

/** `hang`: read the request, never answer. */
export type ServiceAnswer = { status: number; headers?: Record<string, string> } | 'hang'

export interface Subscription {
  endpoint: string
  p256dh: string
  auth: string
}

export interface PushService {
  /** Where it really stands. */
  url: string
  /** Hands what goes to `https://push.example.org` to the service on this machine; nothing else goes anywhere. */
  fetch: typeof fetch
  /** A browser subscribes, with real keys. */
  subscribe(publicKey: string, host?: string): Promise<Subscription>
  /** What that browser's worker would be given, oldest first. */
  notices(subscription: Subscription): PushNotice[]
  /** Told of each request as it comes in, and of the text as that browser would read it. */
  onPush: ((step: 'asked' | 'decrypted', text: string) => void) | null
  /** The headers of every request, oldest first, whatever was answered. */
  requests: IncomingMessage['headers'][]
  /** One request each, in this order; then pushes are taken again. */
  answerNext(...answers: ServiceAnswer[]): void
  close(): Promise<void>
}

interface Model {
  messages: Record<string, string[]>
  createSubscription(options: { applicationServerKey: string }): Promise<{
    clientHash: string
    keys: { p256dh: string; auth: string }
  }>
  handleNotification(
    clientHash: string,
    headers: Record<string, string | undefined>,
    body: Buffer,
  ): Promise<void>
}

const { PushApiModel } = createRequire(import.meta.url)('web-push-testing/src/PushApiModel.js') as {
  PushApiModel: new () => Model
}

export async function startPushService(): Promise<PushService> {
  const model = new PushApiModel()
  const requests: PushService['requests'] = []
  const script: ServiceAnswer[] = []
  const server = createServer(async (request, response) => {
    requests.push(request.headers)
    service.onPush?.('asked', '')
    const body = await buffer(request)
    const next = script.shift()
    if (next === undefined) await take(model, request, body, response, service.onPush)
    else if (next !== 'hang') response.writeHead(next.status, next.headers).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  const service: PushService = {
    url: `http://127.0.0.1:${port}`,
    fetch: (input, init) => fetch(`http://127.0.0.1:${port}/${clientOf(String(input))}`, init),
    subscribe: async (applicationServerKey, host = 'push.example.org') => {
      const { clientHash, keys } = await model.createSubscription({ applicationServerKey })
      return { endpoint: `https://${host}/${clientHash}`, ...keys }
    },
    notices: ({ endpoint }) => (model.messages[clientOf(endpoint)] ?? []).map(read),
    requests,
    answerNext: (...answers) => void script.push(...answers),
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
    onPush: null,
  }
  return service
}

const clientOf = (endpoint: string) => new URL(endpoint).pathname.slice(1)

async function take(
  model: Model,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  onPush: PushService['onPush'],
) {
  const client = request.url?.slice(1) ?? ''
  const { authorization, ttl } = request.headers
  const encoding = request.headers['content-encoding']
  try {
    await model.handleNotification(client, { encoding, authorization, ttl: String(ttl) }, body)
    onPush?.('decrypted', model.messages[client]?.at(-1) ?? '')
    response.writeHead(201).end()
  } catch (cause) {
    response.writeHead(400).end(String(cause))
  }
}

function read(text: string): PushNotice {
  const notice = parseNotice(JSON.parse(text))
  if (!notice) throw new Error(`no notice: ${text}`)
  return notice
}
