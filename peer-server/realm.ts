import { createServer } from 'node:http'
import { ExpressPeerServer } from 'peer'
import { WebSocketServer } from 'ws'
import type { Limits } from './limits.ts'
import type { Line } from './line.ts'
import { sweepMs } from './queue-bound.ts'
import { makeTimerLeash } from './timer-leash.ts'

export interface Realm {
  /** Turns admitted upgrades into sockets; it listens nowhere itself. */
  door: WebSocketServer
  /** Lets `peer` have the line: it says OPEN, hands out what waited, and relays from then on. */
  join(line: Line): void
  end(): void
}

/** `peer` behind its one inner door. Its HTTP pages exist, but no server ever hands them a request. */
export function openRealm(limits: Limits, onFault: (cause: Error) => void): Realm {
  const timers = makeTimerLeash()
  const door = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.messageBytes,
  })
  timers.run(() => mountPeer(door, limits, onFault))
  return {
    door,
    join: (line) => door.emit('connection', line, { url: joinUrl(line.ticket.peerId) }),
    end: () => {
      timers.end()
      door.close()
    },
  }
}

function mountPeer(door: WebSocketServer, limits: Limits, onFault: (cause: Error) => void): void {
  const app = ExpressPeerServer(createServer(), {
    alive_timeout: limits.aliveMs,
    expire_timeout: limits.queueMs,
    cleanup_out_msgs: sweepMs,
    concurrent_limit: limits.sockets,
    createWebSocketServer: () => door,
  })
  app.on('error', onFault)
  // `peer` starts only when express mounts it; a second, idle one is the express app at hand.
  ExpressPeerServer(createServer()).use(app)
}

// The ticket's peer id, never the client's query: `peer` reads the last of a repeated parameter.
// Admission is over, so any token does, and the ticket stays out of `peer`'s memory.
function joinUrl(peerId: string): string {
  return `/?${new URLSearchParams({ key: 'peerjs', id: peerId, token: 'admitted' })}`
}
