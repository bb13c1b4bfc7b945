import { Peer } from 'peerjs'
import type { LineTicket } from '../../edge/domain/wire.ts'
import { brokerAddress } from './broker-address.ts'

// peer-server closes the older of two sockets with this code. PeerJS keeps codes to itself.
const takenOverCode = 4001

/** A PeerJS peer that knows our broker and our ICE servers, and nobody else's. */
export function makePeer(ticket: LineTicket): Peer {
  const { peerId, token, brokers } = ticket
  return new Peer(peerId, {
    ...brokerAddress(brokers[0] ?? '/peer', location.href),
    token,
    config: iceOf(ticket),
  })
}

/** What the peer says and uses from now on, when it connects again or makes a connection. */
export function renewPeer(peer: Peer, ticket: LineTicket): void {
  Object.assign(peer.options, { token: ticket.token, config: iceOf(ticket) })
  moveTo(peer, ticket.brokers[0] ?? '/peer')
}

// When a broker is gone the ticket names another one. A new Peer would end the calls under way; the socket keeps its
// address to itself, and opens whatever it says at the next connection.
function moveTo(peer: Peer, broker: string): void {
  const { host, port, path, secure } = brokerAddress(broker, location.href)
  const folder = path.endsWith('/') ? path : `${path}/`
  const address = `${secure ? 'wss' : 'ws'}://${host}:${port}${folder}peerjs?key=peerjs`
  Object.assign(peer.socket, { _baseUrl: address })
}

/** Opens a new socket in the place of the old one, open or not. Calls go on meanwhile. */
export function reconnectPeer(peer: Peer): void {
  if (!peer.disconnected) peer.disconnect()
  peer.reconnect()
}

/** Watches the socket of now; the next one wants its own watch. */
export function onTakenOver(peer: Peer, act: () => void): void {
  // A browser that cannot call has no socket either.
  const held = peer.socket as unknown as { _socket?: WebSocket } | undefined
  held?._socket?.addEventListener('close', ({ code }) => code === takenOverCode && act())
}

/** Given even when it is empty: PeerJS would otherwise fall back to a stranger's STUN and TURN. */
export function iceOf({ iceServers, icePolicy }: LineTicket): RTCConfiguration {
  return { iceServers, iceTransportPolicy: icePolicy }
}
