import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { LineTicket } from '../../../edge/domain/wire.ts'
import { BrokerSocket } from '../../../pwa/call/broker-socket.ts'
import { early, knockEarly } from '../../../pwa/call/early-socket.ts'

/** Stands for a browser's own: says what the test has it say. That a real one goes on is in journeys/call-line. */
class TestSocket {
  static readonly OPEN = 1
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string; target: TestSocket }) => void) | null = null
  readonly url: string
  constructor(url: string) {
    this.url = url
  }
  open() {
    this.readyState = 1
    this.onopen?.()
  }
  say(data: string) {
    this.onmessage?.({ data, target: this })
  }
}
globalThis.WebSocket = TestSocket as never
globalThis.location = { href: 'https://help.example/j#link' } as Location

const NewSocket = BrokerSocket as unknown as new (url: string) => TestSocket

function knock(token: string): TestSocket {
  knockEarly({ peerId: 'me', token, brokers: ['/peer'] } as LineTicket)
  return early as unknown as TestSocket
}

/** As PeerJS opens its socket, and what it hears. */
function goOn(token: string): { socket: TestSocket; said: string[] } {
  const said: string[] = []
  const socket = new NewSocket(`wss://help.example:443/peer/peerjs?key=peerjs&id=me&token=${token}&version=1`)
  socket.onopen = () => said.push('open')
  socket.onmessage = ({ data }) => said.push(data)
  return { socket, said }
}

test('it comes to the broker of the ticket', () => {
  assert.is(knock('a').url, 'wss://help.example/peer/peerjs?key=peerjs&id=me&token=a')
})

test('PeerJS goes on with it, and hears what was said meanwhile', async () => {
  const begun = knock('b')
  begun.open()
  begun.say('OPEN')
  begun.say('OFFER')
  const { socket, said } = goOn('b')
  assert.is(socket, begun)
  await Promise.resolve()
  begun.say('CANDIDATE')
  assert.equal(said, ['open', 'OPEN', 'OFFER', 'CANDIDATE'])
})

test('what was said to another one is not heard', async () => {
  const old = knock('old')
  old.open()
  old.say('OPEN')
  knock('new')
  const { said } = goOn('new')
  await Promise.resolve()
  assert.equal(said, [])
})

test('one that is not open yet opens for PeerJS, once', async () => {
  const begun = knock('c')
  const { said } = goOn('c')
  await Promise.resolve()
  begun.open()
  begun.say('OPEN')
  assert.equal(said, ['open', 'OPEN'])
})

test('another ticket gets a socket of its own', () => {
  const begun = knock('d')
  assert.is.not(goOn('e').socket, begun)
})

test('one that has ended is not gone on with', () => {
  const begun = knock('f')
  begun.readyState = 3
  assert.is.not(goOn('f').socket, begun)
})

test.run()
