import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { afterAll, endBrokers, join, openBroker } from './broker-harness.ts'

const candidate = { type: 'CANDIDATE', dst: 'c1-operator', payload: { connectionId: 'm1' } }

test.after.each(endBrokers)

test('a flood on one socket ends that socket, and does not stop the relay of another pair', async () => {
  const at = await openBroker()
  const victim = await join(at, 'c1', 'operator')
  const flooder = await join(at, 'c1', 'customer')
  const operator = await join(at, 'c2', 'operator')
  const customer = await join(at, 'c2', 'customer')
  for (let i = 0; i < 5_000; i++) flooder.say(candidate)
  for (let trip = 0; trip < 50; trip++) await afterAll(operator, customer, 'c2-customer')
  assert.is(await flooder.closed, 1008)
  assert.is(at.broker.connected(), 3)
  await join(at, 'c1', 'customer').then((back) => afterAll(back, victim, 'c1-operator'))
  const dropped = at.broker.dropped()['too-many']
  assert.ok(dropped >= 1_000 && dropped < 4_000, `${dropped} of the flood were dropped before its end`)
})

test('a burst beyond the allowance is cut, and the socket speaks again after a while', async () => {
  let now = Date.now()
  const at = await openBroker({ now: () => now, limits: { burst: 10, messagesPerSecond: 5 } })
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  for (let i = 0; i < 15; i++) customer.say({ ...candidate, payload: { i } })
  while (at.broker.dropped()['too-many'] < 5) await new Promise((resolve) => setImmediate(resolve))
  now += 10_000
  await afterAll(customer, operator, 'c1-operator')
  assert.is(at.broker.dropped()['too-many'], 5)
})

test('a reader that does not read is ended before its backlog fills the memory', async () => {
  const at = await openBroker({ limits: { unreadBytes: 200_000, messagesPerSecond: 1e6, burst: 1e6 } })
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  operator.socket.pause()
  const large = { ...candidate, payload: { sdp: 'x'.repeat(60_000) } }
  while (at.broker.connected() === 2) {
    customer.say(large)
    await new Promise((resolve) => setImmediate(resolve))
  }
  assert.equal(at.log.at(-1), { event: 'left', peerId: 'c1-operator' })
  operator.socket.terminate()
})

test.run()
