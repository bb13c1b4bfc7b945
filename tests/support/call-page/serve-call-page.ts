import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { RestartWord } from '../../../edge/domain/restart.ts'
import { peerIdOf, type Side, signTicket } from '../../../edge/domain/tickets.ts'
import type { LineTicket, RestartAnswer } from '../../../edge/domain/wire.ts'
import { type Broker, createBroker } from '../../../peer-server/broker.ts'
import { builtPage } from './built-page.ts'

const secret = 'a secret that only this test knows, of due length'
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

export interface CallPage {
  origin: string
  /** `call` is live from the start, also after a reload; `person` is one of the probe's. */
  address(asked: { side: Side; conversation: string; call?: string; person?: string }): string
  /** Ends every socket at the broker and admits nobody, until it is `start`ed again. */
  broker: { stop(): Promise<void>; start(): void }
  end(): Promise<void>
}

/**
 * The built page beside a real broker. `publicUrl` is where browsers
 * find it, if that is elsewhere.
 */
export async function serveCallPage(publicUrl?: string): Promise<CallPage> {
  const folder = await builtPage()
  const server = createServer((request, response) => void answer(folder, request, response))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const start = () => createBroker({ secret, allowedOrigins: [publicUrl ?? origin] })
  let broker: Broker | null = start()
  server.on('upgrade', (request, socket, head) => {
    if (!broker?.handleUpgrade(request, socket, head)) socket.destroy()
  })

  async function stop(): Promise<void> {
    await broker?.close()
    broker = null
  }

  return {
    origin,
    address: (asked) => `${publicUrl ?? origin}/?${new URLSearchParams(asked)}`,
    broker: {
      stop,
      start: () => {
        broker = start()
      },
    },
    end: async () => {
      await stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://page')
  const [, first, conversation, side] = pathname.split('/')
  if (first === 'ticket') {
    response.setHeader('content-type', 'application/json')
    return void response.end(JSON.stringify(await ticketFor(conversation ?? '', side as Side)))
  }
  if (first === 'signals') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
    return void listening.set(peerIdOf(conversation ?? '', side as Side), response)
  }
  if (first === 'restart') {
    response.setHeader('content-type', 'application/json')
    const { word } = JSON.parse(await textOf(request)) as { word?: RestartWord }
    return void response.end(JSON.stringify(exchange(conversation ?? '', side as Side, word)))
  }
  const file = pathname === '/' ? 'index.html' : pathname
  const content = await readFile(join(folder, file)).catch(() => null)
  // The real pages forbid inline styles and scripts; so does this one.
  response.setHeader(
    'content-security-policy',
    "default-src 'self'; img-src 'self' blob: data:; media-src blob:",
  )
  response.writeHead(content ? 200 : 404, { 'content-type': types[extname(file)] ?? 'text/plain' })
  response.end(content)
}

const words = new Map<string, RestartWord>()
const listening = new Map<string, ServerResponse>()

/** As the edge does it, for a call that is always live. */
function exchange(conversation: string, side: Side, word?: RestartWord): RestartAnswer {
  const mine = peerIdOf(conversation, side)
  const theirs = peerIdOf(conversation, side === 'customer' ? 'operator' : 'customer')
  if (word && word.turn > (words.get(mine)?.turn ?? 0)) {
    words.set(mine, word)
    listening.get(theirs)?.write('data: restart\n\n')
  }
  return { theirs: words.get(theirs) ?? null }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

async function ticketFor(conversationId: string, side: Side): Promise<LineTicket> {
  const peerId = peerIdOf(conversationId, side)
  const claims = { kind: 'peer' as const, peerId, conversationId, side, expiresAt: Date.now() + 60_000 }
  return {
    peerId,
    remotePeerId: peerIdOf(conversationId, side === 'customer' ? 'operator' : 'customer'),
    token: await signTicket(secret, claims),
    brokers: ['/peer'],
    iceServers: [],
    icePolicy: 'all',
  }
}
