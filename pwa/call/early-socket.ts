// On mobile data a new connection takes three round trips, and of all that a call waits for it is the longest. It is begun
// as soon as the edge has said where to, before anything is drawn. broker-socket.ts goes on with it.

import type { LineTicket } from '../../edge/domain/wire.ts'

/** How long a ticket that came along with something else is used: it lets in for two minutes. */
export const freshTicketMs = 60_000

export let early: WebSocket | undefined
/** What the broker has said to it, and to earlier ones. */
export const heard: MessageEvent[] = []

/** Comes to the ticket's broker. */
export function knockEarly({ peerId, token, brokers }: LineTicket): void {
  const url = new URL(`${brokers[0]}/peerjs?key=peerjs&id=${peerId}&token=${token}`, location.href)
  early = new WebSocket(url.href.replace('http', 'ws'))
  early.onmessage = (event) => heard.push(event)
}
