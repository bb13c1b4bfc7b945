import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { rendezvous } from '../../edge/domain/rendezvous.ts'

const brokers = [
  'wss://a.example/peer',
  'wss://b.example/peer',
  'wss://c.example/peer',
  'wss://d.example/peer',
]
const ids = Array.from(
  { length: 4_000 },
  (_, at) => `7f2c1d7a-1111-4222-8333-${String(at).padStart(12, '0')}`,
)

test('everybody finds the same order, however the places are listed', () => {
  for (const id of ids.slice(0, 100))
    assert.equal(rendezvous([...brokers].reverse(), id), rendezvous(brokers, id))
})

test('each place is the first choice of about an equal share', () => {
  const shares = brokers.map((broker) => ids.filter((id) => rendezvous(brokers, id)[0] === broker).length)
  for (const share of shares) assert.ok(share > 900 && share < 1_100, String(shares))
})

test('when a place is gone only those move who were there, and to all of the others', () => {
  const [gone, ...left] = brokers
  const moved = ids.filter((id) => rendezvous(brokers, id)[0] === gone)
  for (const id of ids) {
    const [before, next] = rendezvous(brokers, id)
    assert.is(rendezvous(left, id)[0], before === gone ? next : before)
  }
  const shares = left.map((broker) => moved.filter((id) => rendezvous(left, id)[0] === broker).length)
  for (const share of shares) assert.ok(share > moved.length / 4, String(shares))
})

test('no place is no order', () => {
  assert.equal(rendezvous([], 'x'), [])
})

test.run()
