import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { afterAll, endBrokers, join, openBroker } from './broker-harness.ts'

const offer = { connectionId: 'm1', type: 'media', sdp: { type: 'offer', sdp: 'v=0\r\n' } }

test.after.each(endBrokers)

test('an offer, its answer and candidates reach the other side as they were sent', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  operator.say({ type: 'OFFER', dst: 'c1-customer', payload: offer })
  const heard = await customer.next('OFFER')
  assert.equal(heard, { type: 'OFFER', src: 'c1-operator', dst: 'c1-customer', payload: offer })
  for (const type of ['ANSWER', 'CANDIDATE', 'LEAVE']) {
    customer.say({ type, dst: 'c1-operator', payload: { connectionId: 'm1' } })
    assert.is((await operator.next(type)).src, 'c1-customer')
  }
})

test('a forged sender is replaced by the true one', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  customer.say({ type: 'OFFER', src: 'c1-operator', dst: 'c1-operator', payload: offer })
  assert.is((await operator.next('OFFER')).src, 'c1-customer')
})

test('a message into another conversation, or to oneself, is not delivered', async () => {
  const at = await openBroker()
  const stranger = await join(at, 'c2', 'customer')
  const partner = await join(at, 'c2', 'operator')
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  for (const type of ['OFFER', 'ANSWER', 'CANDIDATE', 'LEAVE']) {
    for (const dst of ['c1-operator', 'c1-customer', 'c2-customer'])
      stranger.say({ type, dst, payload: offer })
  }
  await afterAll(stranger, partner, 'c2-operator')
  await afterAll(operator, customer, 'c1-customer')
  await afterAll(customer, operator, 'c1-operator')
  assert.equal([operator.heard, customer.heard, stranger.heard, partner.heard], [[], [], [], []])
  assert.is(at.broker.dropped().foreign, 12)
})

test("the broker's own words are not relayed for a peer", async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  for (const type of ['OPEN', 'EXPIRE', 'ERROR', 'ID-TAKEN', 'CALL', '__proto__']) {
    customer.say({ type, dst: 'c1-operator', payload: { msg: 'not from the broker' } })
  }
  await afterAll(customer, operator, 'c1-operator')
  assert.equal(operator.heard, [])
  assert.is(at.broker.dropped().malformed, 6)
})

test('a peer cannot unregister itself and stay on as a ghost', async () => {
  const at = await openBroker()
  const operator = await join(at, 'c1', 'operator')
  const customer = await join(at, 'c1', 'customer')
  customer.say({ type: 'LEAVE' })
  await afterAll(customer, operator, 'c1-operator')
  await afterAll(operator, customer, 'c1-customer')
  assert.is(at.broker.connected(), 2)
})

test.run()
