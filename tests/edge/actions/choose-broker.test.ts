import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { LineTicket } from '../../../edge/domain/wire.ts'
import { type TestEdge, withEdge } from '../../support/house.ts'
import { active, done, type Scene } from '../../support/scenes.ts'
import { testHere } from '../../support/workerd/test-here.ts'

const addresses = ['wss://a.example/peer', 'wss://b.example/peer', 'wss://c.example/peer']

/** A house with three brokers, of which those in `gone` are not there. */
function withBrokers(
  work: (house: TestEdge, scene: Scene, gone: Set<string>) => Promise<void>,
): Promise<void> {
  const gone = new Set<string>()
  return withEdge(async (house) => work(house, await active(house, await house.operator('Ayse')), gone), {
    brokers: { addresses, isThere: (address) => !gone.has(address) },
  })
}

const of = async (ticket: ReturnType<Scene['customer']['post']>) => (done(await ticket) as LineTicket).brokers
const ofCustomer = ({ id, customer }: Scene) => of(customer.post(`/api/visits/${id}/line`))
const ofOperator = ({ id, operator }: Scene) => of(operator.post(`/api/conversations/${id}/line`))

test('both sides are sent to the same broker, with the others behind it', () =>
  withBrokers(async (_, scene) => {
    const [theirs, ours] = await Promise.all([ofCustomer(scene), ofOperator(scene)])
    assert.equal(theirs, ours)
    assert.equal([...ours].sort(), addresses)
  }))

test('when it is gone both go on to the next, and stay there when it is back', () =>
  withBrokers(async (_, scene, gone) => {
    const [first = '', second] = await ofCustomer(scene)
    gone.add(first)
    const moved = await ofOperator(scene)
    assert.is(moved[0], second)
    gone.delete(first)
    assert.equal([await ofCustomer(scene), await ofOperator(scene)], [moved, moved])
  }))

test('sides that ask at the same moment, while brokers come and go, do not part', () =>
  withBrokers(async (_, scene, gone) => {
    for (let round = 0; round < 6; round++) {
      const [first = ''] = await ofCustomer(scene)
      gone.clear()
      gone.add(first)
      const [theirs, ours] = await Promise.all([ofCustomer(scene), ofOperator(scene)])
      assert.equal(theirs, ours)
      assert.is.not(theirs[0], first)
    }
  }))

test('with all of them gone there is still one to try', () =>
  withBrokers(async (_, scene, gone) => {
    for (const address of addresses) gone.add(address)
    assert.equal([...(await ofCustomer(scene))].sort(), addresses)
  }))

test('with one broker nothing is kept', () =>
  withEdge(async (house) => {
    const scene = await active(house, await house.operator('Ayse'))
    assert.equal(await ofCustomer(scene), ['/peer'])
    assert.equal(await house.rows('SELECT * FROM conversation_brokers'), [])
  }))

testHere('the page may speak to the brokers, and to no other place', () =>
  withBrokers(async (house) => {
    const policy = (await house.stranger().get('/healthz')).headers.get('content-security-policy') ?? ''
    const [, sources = ''] = /connect-src ([^;]*)/.exec(policy) ?? []
    assert.equal(sources.split(' ').sort(), [
      "'self'",
      'ws://localhost:8787',
      'wss://a.example',
      'wss://b.example',
      'wss://c.example',
    ])
  }),
)

test.run()
