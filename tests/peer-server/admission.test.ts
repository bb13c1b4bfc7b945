import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { mac, signTicket, toBase64Url } from '../../edge/domain/tickets.ts'
import {
  addressOf,
  endBrokers,
  join,
  knock,
  openBroker,
  origin,
  secret,
  ticketFor,
} from './broker-harness.ts'

const ticket = ticketFor('c1', 'customer')
const token = await signTicket(secret, ticket)

/** How the broker answers each of these addresses. */
async function answers(paths: string[], headers?: Record<string, string>) {
  const at = await openBroker()
  const statuses = []
  for (const path of paths) statuses.push(await knock(at.port, path, headers))
  const connected = at.log.filter((line) => line.event === 'joined').length
  return { statuses, connected }
}

test.after.each(endBrokers)

test('a page of ours with a ticket is admitted', async () => {
  const { statuses, connected } = await answers([addressOf('c1-customer', token)])
  assert.equal(statuses, [101])
  assert.is(connected, 1)
})

test('a stranger without a ticket is not admitted', async () => {
  const { statuses, connected } = await answers([
    '/peer/peerjs',
    '/peer/peerjs?key=peerjs&id=c1-customer',
    addressOf('c1-customer', ''),
    addressOf('c1-customer', 'x'),
    addressOf('c1-customer', 'x.y'),
    addressOf('c1-customer', '%00%ff.%e2%82'),
    addressOf('c1-customer', 'a'.repeat(10_000)),
  ])
  assert.equal(statuses, [401, 401, 401, 401, 401, 401, 401])
  assert.is(connected, 0)
})

test('a forged ticket is not admitted', async () => {
  const [claims, signature] = token.split('.')
  const wider = toBase64Url(new TextEncoder().encode(JSON.stringify({ ...ticket, expiresAt: 1e15 })))
  const { statuses } = await answers([
    addressOf('c1-customer', await signTicket('another secret', ticket)),
    addressOf('c1-customer', `${wider}.${signature}`),
    addressOf('c1-customer', `${claims}.${signature}.more`),
    addressOf('c1-customer', `${claims}.`),
  ])
  assert.equal(statuses, [401, 401, 401, 401])
})

test('claims that we signed but cannot read are refused, not a crash', async () => {
  const signed = async (text: string) => `${text}.${toBase64Url(await mac(secret, `ticket:${text}`))}`
  const noJson = await signed(toBase64Url(new TextEncoder().encode('{"kind":')))
  const noBase64 = await signed('!')
  const { statuses } = await answers([addressOf('c1-customer', noJson), addressOf('c1-customer', noBase64)])
  assert.equal(statuses, [401, 401])
})

test('an expired ticket, or one of another kind, is not admitted', async () => {
  const expired = await signTicket(secret, ticketFor('c1', 'customer', -1))
  const turn = await signTicket(secret, { ...ticket, kind: 'turn' as 'peer' })
  const { statuses } = await answers([addressOf('c1-customer', expired), addressOf('c1-customer', turn)])
  assert.equal(statuses, [401, 401])
})

test('a ticket does not open another peer id, of its own conversation or a foreign one', async () => {
  const { statuses } = await answers([
    addressOf('c1-operator', token),
    addressOf('c2-customer', token),
    addressOf('', token),
  ])
  assert.equal(statuses, [403, 403, 403])
})

test('a ticket whose peer id is not that of its conversation and side is not admitted', async () => {
  const crossed = await signTicket(secret, { ...ticket, peerId: 'c2-customer' })
  const { statuses } = await answers([addressOf('c2-customer', crossed)])
  assert.equal(statuses, [401])
})

test('a repeated id in the address does not register a second name', async () => {
  const at = await openBroker()
  assert.is(await knock(at.port, `${addressOf('c1-customer', token)}&id=c2-operator`), 101)
  assert.equal(at.log[0], { event: 'joined', peerId: 'c1-customer' })
})

test('a page of another origin, or none, is not admitted', async () => {
  const path = [addressOf('c1-customer', token)]
  const origins = ['https://evil.example', `${origin}.evil.example`, `${origin}:8443`, 'null', `${origin}/`]
  for (const foreign of origins)
    assert.equal((await answers(path, { origin: foreign })).statuses, [403], foreign)
  assert.equal((await answers(path, {})).statuses, [403])
})

test('the id and peers pages of PeerJS are not there', async () => {
  const at = await openBroker()
  for (const path of ['/peer', '/peer/peerjs/id', '/peer/peerjs/peers', '/peer/other']) {
    assert.is((await fetch(`http://127.0.0.1:${at.port}${path}`)).status, 404)
    assert.is(await knock(at.port, path), 404)
  }
})

test('upgrades elsewhere are left to the main server', async () => {
  const { statuses } = await answers(['/', '/api/events', '/peers', '/peerjs?key=peerjs', '//peer/peerjs'])
  assert.equal(statuses, [418, 418, 418, 418, 418])
})

test('a full broker turns newcomers away, but not a peer that comes again', async () => {
  const at = await openBroker({ limits: { sockets: 1 } })
  const first = await join(at, 'c1', 'customer')
  const other = await signTicket(secret, ticketFor('c2', 'customer'))
  assert.is(await knock(at.port, addressOf('c2-customer', other)), 503)
  await join(at, 'c1', 'customer')
  await first.closed
  assert.is(at.broker.connected(), 1)
})

test.run()
