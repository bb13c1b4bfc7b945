import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { signTicket } from '../../edge/domain/tickets.ts'
import type { Client } from './broker-harness.ts'
import {
  addressOf,
  afterAll,
  endBrokers,
  join,
  knock,
  openBroker,
  secret,
  ticketFor,
} from './broker-harness.ts'

test.after.each(endBrokers)

test('a peer that comes again gets OPEN, and its older socket is told that it was taken over', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const older = await join(at, 'c1', 'customer')
  const newer = await join(at, 'c1', 'customer')
  assert.is(await older.closed, 4001)
  await afterAll(operator, newer, 'c1-customer')
  await afterAll(newer, operator, 'c1-operator')
  assert.is(at.broker.connected(), 2)
})

test('once the newer socket speaks, nothing of the older one is relayed any more', async () => {
  const at = await openBroker({ limits: { burst: 1e6 } })
  const operator = await join(at, 'c1', 'operator')
  const older = await join(at, 'c1', 'customer')
  const say = (client: Client, from: string) =>
    client.say({ type: 'OFFER', dst: 'c1-operator', payload: { from } })
  // It does not read, so it does not notice its end and keeps talking.
  older.socket.pause()
  const talking = setInterval(() => say(older, 'older'), 1)
  await operator.next('OFFER')
  const newer = await join(at, 'c1', 'customer')
  for (let i = 0; i < 20; i++) {
    say(newer, 'newer')
    await afterAll(newer, operator, 'c1-operator')
  }
  clearInterval(talking)
  older.socket.terminate()
  const order = operator.heard.map(({ payload }) => (payload as { from: string }).from)
  assert.equal(
    order.slice(order.indexOf('newer')),
    Array.from({ length: 20 }, () => 'newer'),
  )
})

test('an older socket whose phone is gone does not linger', async () => {
  const at = await openBroker()
  const gone = await join(at, 'c1', 'customer')
  gone.socket.pause()
  await join(at, 'c1', 'customer')
  const connections = () =>
    new Promise((resolve) => at.server.getConnections((_error, count) => resolve(count)))
  while ((await connections()) !== 1) await new Promise((resolve) => setImmediate(resolve))
  gone.socket.terminate()
})

test('of many that come at once, the last stays and works, and all others are closed', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const clients = await Promise.all(Array.from({ length: 10 }, () => join(at, 'c1', 'customer')))
  const closed = new Set<unknown>()
  for (const client of clients) client.closed.then(() => closed.add(client))
  while (closed.size < 9) await new Promise((resolve) => setImmediate(resolve))
  const last = clients.find((client) => !closed.has(client))
  assert.ok(last)
  await afterAll(operator, last, 'c1-customer')
  await afterAll(last, operator, 'c1-operator')
  assert.is(at.broker.connected(), 2)
})

test('a socket outlives its ticket, but coming again needs a fresh one', async () => {
  let at = Date.now()
  const running = await openBroker({ now: () => at })
  const operator = await join(running, 'c1', 'operator')
  const customer = await join(running, 'c1', 'customer')
  const token = await signTicket(secret, ticketFor('c1', 'customer'))
  at += 61_000
  assert.is(await knock(running.port, addressOf('c1-customer', token)), 401)
  await afterAll(customer, operator, 'c1-operator')
})

test('a peer that is silent for too long is ended, one that beats its heart is not', async () => {
  const at = await openBroker({ limits: { aliveMs: 2_000 } })
  const silent = await join(at, 'c1', 'operator')
  const alive = await join(at, 'c1', 'customer')
  const heart = setInterval(() => alive.say({ type: 'HEARTBEAT' }), 50)
  await silent.closed
  assert.is(at.broker.connected(), 1)
  const back = await join(at, 'c1', 'operator')
  await afterAll(back, alive, 'c1-customer')
  clearInterval(heart)
})

test.run()
