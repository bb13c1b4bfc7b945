import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { signTicket } from '../../edge/domain/tickets.ts'
import {
  addressOf,
  afterAll,
  endBrokers,
  join,
  knock,
  openBroker,
  origin,
  secret,
  ticketFor,
} from './broker-harness.ts'

const deepArray = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const offerWith = (payload: string) => `{"type":"OFFER","dst":"c1-operator","payload":${payload}}`

const malformed: Record<string, string | Buffer> = {
  'random bytes': randomBytes(512),
  'binary JSON': Buffer.from(offerWith('{}')),
  empty: '',
  'truncated JSON': '{"type":"OFFER","dst":"c1-oper',
  'a bare null': 'null',
  'a bare number': '1',
  'a bare text': '"OFFER"',
  'an array': '[{"type":"OFFER"}]',
  'no type': '{"dst":"c1-operator","payload":{}}',
  'no receiver': '{"type":"OFFER","payload":{}}',
  'no payload': '{"type":"OFFER","dst":"c1-operator"}',
  'a null payload': offerWith('null'),
  'an array as payload': offerWith('[]'),
  'a number as type': '{"type":7,"dst":"c1-operator","payload":{}}',
  'an object as receiver': '{"type":"OFFER","dst":{},"payload":{}}',
  'JSON too deep for JSON.stringify': offerWith(`{"a":${deepArray(30_000)}}`),
  'JSON deeper than any PeerJS message': offerWith(`{"a":${deepArray(40)}}`),
  'an inherited name as type': '{"type":"constructor","dst":"c1-operator","payload":{}}',
}

test.after.each(endBrokers)

for (const [name, frame] of Object.entries(malformed)) {
  test(`${name}: is dropped, and both ends stay connected`, async () => {
    const at = await openBroker()
    const operator = await join(at, 'c1', 'operator')
    const customer = await join(at, 'c1', 'customer')
    customer.socket.send(frame)
    await afterAll(customer, operator, 'c1-operator')
    await afterAll(operator, customer, 'c1-customer')
    assert.equal(operator.heard, [])
    assert.is(at.broker.dropped().malformed, 1)
  })
}

test('a frame of a megabyte ends its own socket alone', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  const other = await join(at, 'c2', 'customer')
  const otherOperator = await join(at, 'c2', 'operator')
  customer.socket.send(offerWith(`{"sdp":"${'x'.repeat(1024 * 1024)}"}`))
  assert.is(await customer.closed, 1009)
  await afterAll(other, otherOperator, 'c2-operator')
  await join(at, 'c1', 'customer').then((again) => afterAll(again, operator, 'c1-operator'))
  assert.equal(operator.heard, [])
})

test('frames that are no WebSocket frames end their own socket alone', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  const token = await signTicket(secret, ticketFor('c2', 'customer'))
  const wire = connect(at.port, '127.0.0.1')
  wire.write(
    `GET ${addressOf('c2-customer', token)} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\n` +
      'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  )
  wire.once('data', () => wire.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff])))
  await new Promise((resolve) => wire.on('close', resolve))
  await afterAll(customer, operator, 'c1-operator')
  assert.is(at.broker.connected(), 2)
})

test('upgrades that are cut off or are no WebSocket leave the broker up', async () => {
  const at = await openBroker()
  const token = await signTicket(secret, ticketFor('c1', 'customer'))
  const paths = [addressOf('c1-customer', token), addressOf('c1-customer', 'forged'), '/peer/other']
  for (let i = 0; i < 30; i++) {
    const wire = connect(at.port, '127.0.0.1')
    wire.on('error', () => {})
    wire.write(`GET ${paths[i % 3]} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\n`)
    wire.write('Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n', () => wire.resetAndDestroy())
    await new Promise((resolve) => wire.on('close', resolve))
  }
  assert.is(await knock(at.port, addressOf('c1-customer', token)), 101)
})

test.run()
