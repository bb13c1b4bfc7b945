import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { PeerTicket } from '../edge/domain/tickets.ts'
import type { DropReason } from './gate.ts'
import { dropReasons, makeGate } from './gate.ts'
import type { Limits } from './limits.ts'
import { Line } from './line.ts'
import { makeQueueBound } from './queue-bound.ts'
import { openRealm } from './realm.ts'

export type SwitchboardLogLine =
  | { event: 'joined' | 'taken-over' | 'left'; peerId: string }
  | { event: 'fault'; cause: unknown }

export interface Switchboard {
  /** False when full or closing; a peer that is connected may always come again. */
  hasRoomFor(ticket: PeerTicket): boolean
  /** Completes the upgrade of an admitted peer. */
  connect(ticket: PeerTicket, request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
  connected(): number
  joined(): number
  relayed(): number
  dropped(): Readonly<Record<DropReason, number>>
}

const patienceMs = 1_000

/** Close code: a newer socket has this id now. A browser that came back by itself would only start a tug-of-war. */
export const takenOver = 4001

/** Who is connected now: at most one line for each peer id. */
export function openSwitchboard(
  limits: Limits,
  now: () => number,
  log: (line: SwitchboardLogLine) => void,
): Switchboard {
  const lines = new Map<string, Line>()
  const drops = Object.fromEntries(dropReasons.map((reason) => [reason, 0])) as Record<DropReason, number>
  const queues = makeQueueBound(limits)
  const realm = openRealm(limits, (cause) => log({ event: 'fault', cause }))
  const gate = { limits, now, queues, isHere: (peerId: string) => lines.has(peerId) }
  let closing: Promise<void> | null = null
  let [joined, relayed] = [0, 0]

  function hasRoomFor({ peerId }: PeerTicket): boolean {
    return !closing && (lines.size < limits.sockets || lines.has(peerId))
  }

  // Whoever holds a fresh ticket is that peer. An older socket of the same id goes first: `peer`
  // would swap the two without saying OPEN, and go on hearing the old one.
  function welcome(socket: WebSocket, ticket: PeerTicket): void {
    const { peerId } = ticket
    const older = lines.get(peerId)
    older?.close(takenOver)
    const line = new Line(socket, {
      ticket,
      judge: makeGate(ticket, gate),
      unreadBytes: limits.unreadBytes,
      onPass: () => relayed++,
      onDrop: (reason) => drops[reason]++,
      onEnd: forget,
    })
    lines.set(peerId, line)
    joined++
    queues.forget(peerId)
    log({ event: older ? 'taken-over' : 'joined', peerId })
    realm.join(line)
  }

  function forget({ ticket: { peerId } }: Line): void {
    lines.delete(peerId)
    log({ event: 'left', peerId })
  }

  async function end(): Promise<void> {
    await Promise.all([...lines.values()].map((line) => line.leave(patienceMs)))
    queues.end()
    realm.end()
  }

  return {
    hasRoomFor,
    connect: (ticket, request, socket, head) =>
      realm.door.handleUpgrade(request, socket, head, (ws) => welcome(ws, ticket)),
    close: () => {
      closing ??= end()
      return closing
    },
    connected: () => lines.size,
    joined: () => joined,
    relayed: () => relayed,
    dropped: () => ({ ...drops }),
  }
}
