import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { PeerTicket, Side } from '../../edge/domain/tickets.ts'
import { peerIdOf, signTicket } from '../../edge/domain/tickets.ts'
import type { BrokerLogLine, BrokerOptions } from '../../peer-server/broker.ts'
import { createBroker } from '../../peer-server/broker.ts'

export const secret = 'a secret that only this test knows, of due length'
export const origin = 'https://help.example.com'

/** What the broker or a peer said. */
export interface Heard {
  type: string
  src?: string
  dst?: string
  payload?: unknown
}

export type TestBroker = Awaited<ReturnType<typeof openBroker>>
export type Client = ReturnType<typeof listenTo>

/** A real broker on a real HTTP server, whose other upgrades are answered with 418 to tell them apart. */
export async function openBroker(options: Partial<BrokerOptions> = {}) {
  const log: BrokerLogLine[] = []
  const broker = createBroker({
    secret,
    allowedOrigins: [origin],
    log: (line) => void log.push(line),
    ...options,
  })
  const server = createServer((_request, response) => void response.writeHead(404).end())
  server.on('upgrade', (request, socket, head) => {
    if (!broker.handleUpgrade(request, socket, head)) socket.end("HTTP/1.1 418 I'm a teapot\r\n\r\n")
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  running.push(async () => {
    await broker.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { broker, server, port, log }
}

const running: (() => Promise<unknown>)[] = []

/** After each test, so that a failed one does not keep its process alive. */
export async function endBrokers(): Promise<void> {
  await Promise.all(running.splice(0).map((end) => end()))
}

export function ticketFor(conversationId: string, side: Side, lifeMs = 60_000): PeerTicket {
  const peerId = peerIdOf(conversationId, side)
  return { kind: 'peer', peerId, conversationId, side, expiresAt: Date.now() + lifeMs }
}

/** The address that PeerJS 1.5.5 opens; client-library.test.ts holds it to that. */
export function addressOf(id: string, token: string): string {
  return `/peer/peerjs?key=peerjs&id=${id}&token=${token}&version=1.5.5`
}

/** Opens a socket and resolves once the broker said OPEN. */
export async function join(
  at: Pick<TestBroker, 'port'>,
  conversationId: string,
  side: Side,
): Promise<Client> {
  const ticket = ticketFor(conversationId, side)
  const token = await signTicket(secret, ticket)
  const client = listenTo(
    new WebSocket(`ws://127.0.0.1:${at.port}${addressOf(ticket.peerId, token)}`, { origin }),
  )
  await client.next('OPEN')
  return client
}

/** The HTTP status that an upgrade is answered with; 101 when it is admitted. */
export async function knock(port: number, path: string, headers: Record<string, string> = { origin }) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  socket.on('error', () => {})
  const status = await Promise.race([
    once(socket, 'open').then(() => 101),
    once(socket, 'unexpected-response').then(([, response]) => (response as IncomingMessage).statusCode),
  ])
  socket.terminate()
  return status
}

function listenTo(socket: WebSocket) {
  const heard: Heard[] = []
  const closed = once(socket, 'close').then(([code]) => code as number)
  socket.on('error', () => {})
  socket.on('message', (frame) => void heard.push(JSON.parse(frame.toString())))

  /** Takes the first message of this type, now or when it comes; fails when the socket closes first. */
  async function next(type: string): Promise<Heard> {
    for (;;) {
      const at = heard.findIndex((message) => message.type === type)
      if (at >= 0) return heard.splice(at, 1)[0] as Heard
      await Promise.race([
        once(socket, 'message'),
        closed.then((code) => fail(`closed with ${code}, no ${type}`)),
      ])
    }
  }

  return {
    socket,
    closed,
    /** What came and was not yet taken. */
    heard,
    next,
    say: (message: unknown) => socket.send(JSON.stringify(message)),
  }
}

function fail(reason: string): never {
  throw new Error(reason)
}

/**
 * Proves that everything sent before has been dealt with: a frame from `from` that must come
 * through to `to`, behind which nothing older can still be under way.
 */
export async function afterAll(from: Client, to: Client, dst: string): Promise<void> {
  const connectionId = `mark-${Math.random()}`
  from.say({ type: 'CANDIDATE', dst, payload: { connectionId } })
  for (;;) {
    const { payload } = await to.next('CANDIDATE')
    if ((payload as { connectionId?: string }).connectionId === connectionId) return
  }
}
