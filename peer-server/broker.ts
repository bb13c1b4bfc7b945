import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { PeerTicket } from '../edge/domain/tickets.ts'
import { admit, pathOf } from './admission.ts'
import type { DropReason } from './gate.ts'
import { dropReasons, makeGate } from './gate.ts'
import type { Limits } from './limits.ts'
import { defaultLimits } from './limits.ts'
import { Line } from './line.ts'
import { makeQueueBound } from './queue-bound.ts'
import { openRealm } from './realm.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'

export interface BrokerOptions {
  /** Signs the tickets: the edge's own secret. */
  secret: string
  /** Where the broker's addresses begin; `/peer` unless told. */
  path?: string
  /** Exact origins of the pages that may connect, such as `https://help.example.com`. */
  allowedOrigins: readonly string[]
  now?: () => number
  log?: (line: BrokerLogLine) => void
  limits?: Partial<Limits>
}

/** Never holds a ticket, an address or a payload. */
export type BrokerLogLine =
  | { event: 'joined' | 'taken-over' | 'left'; peerId: string }
  | { event: 'refused'; status: number }
  | { event: 'fault'; cause: unknown }

export interface Broker {
  /** Hand over an upgrade whose path is below `path`; anything else is not the broker's. True if taken. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Tells sockets and ends them. */
  close(): Promise<void>
  connected(): number
  /** Messages that were not relayed, by reason, since the start. */
  dropped(): Readonly<Record<DropReason, number>>
}

const patienceMs = 1_000

export function createBroker(options: BrokerOptions): Broker {
  const { path = '/peer', now = Date.now, log = () => {} } = options
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const lines = new Map<string, Line>()
  const drops = Object.fromEntries(dropReasons.map((reason) => [reason, 0])) as Record<DropReason, number>
  const queues = makeQueueBound(limits)
  const realm = openRealm(limits, (cause) => log({ event: 'fault', cause }))
  const gate = { limits, now, queues, isHere: (peerId: string) => lines.has(peerId) }
  let closing: Promise<void> | null = null

  function handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const asked = pathOf(request)
    if (asked !== path && !asked.startsWith(`${path}/`)) return false
    // A reset during admission would otherwise be an uncaught error.
    socket.on('error', () => {})
    if (asked !== `${path}/peerjs`) refuse(socket, 404)
    else receive(request, socket, head).catch((cause) => fail(socket, cause))
    return true
  }

  async function receive(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const admission = await admit(request, {
      secret: options.secret,
      allowedOrigins: options.allowedOrigins,
      now,
    })
    if (admission.kind === 'refused') return refuse(socket, admission.status)
    if (closing || isFull(admission.ticket)) return refuse(socket, 503)
    realm.door.handleUpgrade(request, socket, head, (ws) => welcome(ws, admission.ticket))
  }

  /** Whoever holds a fresh ticket is that peer: an older socket of the same id goes first, so that OPEN is said. */
  function welcome(socket: WebSocket, ticket: PeerTicket): void {
    const { peerId } = ticket
    const older = lines.get(peerId)
    older?.close()
    const line = new Line(socket, {
      ticket,
      judge: makeGate(ticket, gate),
      unreadBytes: limits.unreadBytes,
      onDrop: (reason) => drops[reason]++,
      onEnd: forget,
    })
    lines.set(peerId, line)
    queues.forget(peerId)
    log({ event: older ? 'taken-over' : 'joined', peerId })
    realm.join(line)
  }

  function forget(line: Line): void {
    lines.delete(line.ticket.peerId)
    log({ event: 'left', peerId: line.ticket.peerId })
  }

  function isFull(ticket: PeerTicket): boolean {
    return lines.size >= limits.sockets && !lines.has(ticket.peerId)
  }

  function refuse(socket: Duplex, status: 401 | 403 | 404 | 503): void {
    refuseUpgrade(socket, status)
    log({ event: 'refused', status })
  }

  function fail(socket: Duplex, cause: unknown): void {
    socket.destroy()
    log({ event: 'fault', cause })
  }

  async function end(): Promise<void> {
    await Promise.all([...lines.values()].map((line) => line.leave(patienceMs)))
    queues.end()
    realm.end()
  }

  function close(): Promise<void> {
    closing ??= end()
    return closing
  }

  return { handleUpgrade, close, connected: () => lines.size, dropped: () => ({ ...drops }) }
}
