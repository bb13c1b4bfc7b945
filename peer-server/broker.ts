import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { admit, pathOf } from './admission.ts'
import type { DropReason } from './gate.ts'
import type { Limits } from './limits.ts'
import { defaultLimits } from './limits.ts'
import { refuseUpgrade } from './refuse-upgrade.ts'
import type { SwitchboardLogLine } from './switchboard.ts'
import { openSwitchboard } from './switchboard.ts'

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
export type BrokerLogLine = SwitchboardLogLine | { event: 'refused'; status: number }

export interface Broker {
  /** Hand over an upgrade whose path is below `path`; anything else is not the broker's. True if taken. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Tells sockets and ends them. */
  close(): Promise<void>
  connected(): number
  /** Sockets that were let in, since the start. */
  joined(): number
  /** Messages that were handed on, heartbeats aside. */
  relayed(): number
  /** Upgrades that were not let in, by the status they got. */
  refused(): Readonly<Record<string, number>>
  /** Messages that were not relayed, by reason, since the start. */
  dropped(): Readonly<Record<DropReason, number>>
}

export function createBroker(options: BrokerOptions): Broker {
  const { path = '/peer', now = Date.now, log = () => {}, secret, allowedOrigins } = options
  const switchboard = openSwitchboard({ ...defaultLimits, ...options.limits }, now, log)

  const refusals = { 401: 0, 403: 0, 404: 0, 503: 0 }

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
    const admission = await admit(request, { secret, allowedOrigins, now })
    if (admission.kind === 'refused') refuse(socket, admission.status)
    else if (!switchboard.hasRoomFor(admission.ticket)) refuse(socket, 503)
    else switchboard.connect(admission.ticket, request, socket, head)
  }

  function refuse(socket: Duplex, status: 401 | 403 | 404 | 503): void {
    refusals[status]++
    refuseUpgrade(socket, status)
    log({ event: 'refused', status })
  }

  function fail(socket: Duplex, cause: unknown): void {
    socket.destroy()
    log({ event: 'fault', cause })
  }

  const { close, connected, joined, relayed, dropped } = switchboard
  return { handleUpgrade, close, connected, joined, relayed, dropped, refused: () => ({ ...refusals }) }
}
