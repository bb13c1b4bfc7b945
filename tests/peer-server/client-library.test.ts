import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { WebSocket } from 'ws'
import { signTicket } from '../../edge/domain/tickets.ts'
import type { LineTicket } from '../../edge/domain/wire.ts'
import { addressOf, endBrokers, openBroker, origin, secret, ticketFor } from './broker-harness.ts'

// PeerJS itself, not our idea of it, talks to the broker. Node has no WebRTC, and none is needed to
// register, so it gets just enough of one to believe in a browser.
const opened: string[] = []
class PageSocket extends WebSocket {
  constructor(address: string) {
    super(address, { origin })
    opened.push(address)
  }
}
class NoConnection {
  createDataChannel() {
    return {}
  }
  close() {}
}
Object.assign(globalThis, { WebSocket: PageSocket, RTCPeerConnection: NoConnection })
Object.assign(globalThis, { location: { href: 'https://help.example.com/' } })
const { Peer } = await import('peerjs')
// A page's file, which knows a page's globals: its types are the page's own.
const ours = new URL('../../pwa/call/broker-peer.ts', import.meta.url).href
const { reconnectPeer, renewPeer } = (await import(ours)) as {
  renewPeer(peer: InstanceType<typeof Peer>, ticket: LineTicket): void
  reconnectPeer(peer: InstanceType<typeof Peer>): void
}

async function openPeer(port: number) {
  const ticket = ticketFor('c1', 'operator')
  const token = await signTicket(secret, ticket)
  const config = { iceServers: [] }
  const options = { host: '127.0.0.1', port, path: '/peer', secure: false, token, key: 'peerjs', config }
  return { peer: new Peer(ticket.peerId, options), ticket, token }
}

test.after.each(endBrokers)

test('PeerJS opens the address that these tests use, and gets OPEN', async () => {
  const at = await openBroker()
  const { peer, ticket, token } = await openPeer(at.port)
  await opening(peer)
  assert.is(opened.at(-1), `ws://127.0.0.1:${at.port}${addressOf(ticket.peerId, token)}`)
  peer.destroy()
})

test('PeerJS gets OPEN again when it reconnects with the same id and ticket', async () => {
  const at = await openBroker()
  const { peer } = await openPeer(at.port)
  await opening(peer)
  peer.disconnect()
  peer.reconnect()
  await opening(peer)
  assert.is(peer.id, 'c1-operator')
  peer.destroy()
})

test('PeerJS is told when a newer socket takes its id', async () => {
  const at = await openBroker()
  const older = await openPeer(at.port)
  await opening(older.peer)
  const lost = new Promise<string>((resolve) => older.peer.once('error', ({ type }) => resolve(type)))
  const newer = await openPeer(at.port)
  await opening(newer.peer)
  assert.is(await lost, 'network')
  assert.is(older.peer.disconnected, true)
  newer.peer.destroy()
})

test('PeerJS is told when the other side does not come', async () => {
  const at = await openBroker({ limits: { queueMs: 100 } })
  const { peer } = await openPeer(at.port)
  await opening(peer)
  const failed = new Promise<string>((resolve) => peer.once('error', ({ type }) => resolve(type)))
  peer.socket.send({ type: 'OFFER', dst: 'c1-customer', payload: { connectionId: 'm1' } })
  assert.is(await failed, 'peer-unavailable')
  peer.destroy()
})

test('PeerJS goes on at another broker, as the same peer, when its next ticket names one', async () => {
  const [here, there] = [await openBroker(), await openBroker()]
  const { peer, ticket, token } = await openPeer(here.port)
  await opening(peer)
  const brokers = [`ws://127.0.0.1:${there.port}/peer`]
  const admission = { peerId: ticket.peerId, remotePeerId: 'c1-customer', token }
  renewPeer(peer, { ...admission, brokers, iceServers: [], icePolicy: 'all' })
  reconnectPeer(peer)
  await opening(peer)
  assert.is(opened.at(-1), `ws://127.0.0.1:${there.port}${addressOf(ticket.peerId, token)}`)
  while (here.broker.connected() > 0) await new Promise(setImmediate)
  assert.equal([there.broker.connected(), peer.destroyed], [1, false])
  peer.destroy()
})

function opening(peer: InstanceType<typeof Peer>): Promise<void> {
  return new Promise((resolve) => peer.once('open', () => resolve()))
}

test.run()
