import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { endBrokers, join, openBroker } from './broker-harness.ts'

const candidate = (n: number) => ({
  type: 'CANDIDATE',
  dst: 'c1-customer',
  payload: { connectionId: 'm1', n },
})

test.after.each(endBrokers)

test('what the operator sent too early waits for the customer, in order', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  operator.say({ type: 'OFFER', dst: 'c1-customer', payload: { connectionId: 'm1' } })
  operator.say(candidate(1))
  operator.say(candidate(2))
  await dealtWith(at, operator)
  const customer = await join(at, 'c1', 'customer')
  assert.is((await customer.next('OFFER')).src, 'c1-operator')
  assert.equal((await customer.next('CANDIDATE')).payload, { connectionId: 'm1', n: 1 })
  assert.equal((await customer.next('CANDIDATE')).payload, { connectionId: 'm1', n: 2 })
})

test('when the customer does not come, the operator is told EXPIRE once, and nothing comes late', async () => {
  const at = await openBroker({ limits: { queueMs: 100 } })
  const operator = await join(at, 'c1', 'operator')
  operator.say(candidate(1))
  operator.say(candidate(2))
  assert.equal(await operator.next('EXPIRE'), { type: 'EXPIRE', src: 'c1-customer', dst: 'c1-operator' })
  const customer = await join(at, 'c1', 'customer')
  operator.say(candidate(3))
  assert.equal((await customer.next('CANDIDATE')).payload, { connectionId: 'm1', n: 3 })
  assert.equal(operator.heard, [])
})

test('what waits is bounded in number, also across sockets of the sender, and afresh for the next absence', async () => {
  const at = await openBroker({ limits: { queuedMessages: 3 } })
  const first = await join(at, 'c1', 'operator')
  for (const n of [1, 2]) first.say(candidate(n))
  await dealtWith(at, first)
  const second = await join(at, 'c1', 'operator')
  for (const n of [3, 4, 5]) second.say(candidate(n))
  await dealtWith(at, second)
  assert.is(at.broker.dropped()['queue-full'], 2)
  const customer = await join(at, 'c1', 'customer')
  for (const n of [1, 2, 3])
    assert.equal((await customer.next('CANDIDATE')).payload, { connectionId: 'm1', n })
  customer.socket.close()
  await customer.closed
  for (const n of [6, 7, 8]) second.say(candidate(n))
  await dealtWith(at, second)
  assert.is(at.broker.dropped()['queue-full'], 2)
})

test('what waits is bounded in bytes', async () => {
  const at = await openBroker({ limits: { queuedBytes: 50_000 } })
  const operator = await join(at, 'c1', 'operator')
  const large = { type: 'OFFER', dst: 'c1-customer', payload: { sdp: 'x'.repeat(30_000) } }
  operator.say(large)
  operator.say(large)
  await dealtWith(at, operator)
  assert.is(at.broker.dropped()['queue-full'], 1)
})

/** A foreign message is counted when its turn comes: everything sent before it has been dealt with by then. */
async function dealtWith(
  at: Awaited<ReturnType<typeof openBroker>>,
  client: Awaited<ReturnType<typeof join>>,
): Promise<void> {
  const before = at.broker.dropped().foreign
  client.say({ type: 'LEAVE', dst: 'nobody' })
  while (at.broker.dropped().foreign === before) await new Promise((resolve) => setImmediate(resolve))
}

test.run()
