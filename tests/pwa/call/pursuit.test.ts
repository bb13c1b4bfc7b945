import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Side } from '../../../edge/domain/tickets.ts'
import { makePursuit } from '../../../pwa/call/pursuit.ts'
import { makeFakeClock } from './fake-clock.ts'

let clock: ReturnType<typeof makeFakeClock>
test.before.each(() => {
  clock = makeFakeClock()
})
test.after.each(() => clock.restore())

/** A pursuit with a record of what it did; it is at the broker unless told otherwise. */
function pursue(side: Side, isJoined = true) {
  const did: string[] = []
  const seat = {
    joined: isJoined,
    online: true,
    isJoined: () => seat.joined,
    join: () => void did.push('join'),
    rejoin: () => void did.push('rejoin'),
  }
  const pursuit = makePursuit({
    side,
    seat,
    connect: () => void did.push('connect'),
    troubled: (problem) => void did.push(problem),
    isOnline: () => seat.online,
  })
  const done = () => did.splice(0)
  return { ...pursuit, seat, done }
}

test('who is at the broker connects at once, and who is not as soon as they are', () => {
  const here = pursue('operator')
  here.start()
  assert.equal(here.done(), ['join', 'connect'])
  const away = pursue('operator', false)
  away.start()
  assert.equal(away.done(), ['join'])
  away.reached()
  assert.equal(away.done(), ['connect'])
})

test('nothing is done for a call that is not live', () => {
  const { reached, missed, down, retry, done } = pursue('operator')
  reached()
  missed()
  down('silence')
  retry()
  clock.pass(60_000)
  assert.equal(done(), [])
})

test('a customer who is still opening the page is dialled again and again, ever more patiently', () => {
  const { start, missed, done } = pursue('operator')
  start()
  done()
  const times: number[] = []
  for (let i = 0; i < 6; i++) {
    missed()
    let waited = 0
    while (!done().includes('connect')) {
      clock.pass(100)
      waited += 100
    }
    times.push(waited)
  }
  assert.equal(times, [400, 800, 1_600, 3_200, 4_000, 4_000])
})

test('a dialled call that nobody answers is dialled afresh over a new socket', () => {
  const { start, reached, done } = pursue('operator')
  start()
  done()
  clock.pass(3_900)
  assert.equal(done(), [])
  clock.pass(100)
  assert.equal(done(), ['rejoin'])
  reached()
  assert.equal(done(), ['connect'])
})

test('a hiccup is waited out, silence is not', () => {
  const { start, up, down, done } = pursue('operator')
  start()
  up()
  done()
  down('silence')
  clock.pass(900)
  up()
  clock.pass(30_000)
  assert.equal(done(), [])
  down('silence')
  clock.pass(1_000)
  assert.equal(done(), ['rejoin'])
})

test('after a goodbye the operator dials soon, and the customer waits to be dialled', () => {
  const operator = pursue('operator')
  const customer = pursue('customer')
  for (const side of [operator, customer]) {
    side.start()
    side.up()
    side.done()
    side.down('goodbye')
  }
  clock.pass(400)
  assert.equal(operator.done(), ['connect'])
  assert.equal(customer.done(), [])
  operator.stop()
  clock.pass(14_600)
  assert.equal(customer.done().at(-1), 'rejoin')
})

test('whoever waits is told why', () => {
  const operator = pursue('operator')
  operator.start()
  clock.pass(8_000)
  assert.ok(operator.done().includes('peer-unreachable'))
  operator.up()
  operator.down('silence')
  clock.pass(8_000)
  assert.ok(operator.done().includes('line-lost'))
  operator.seat.joined = false
  clock.pass(8_000)
  assert.ok(operator.done().includes('broker-gone'))
  operator.seat.online = false
  clock.pass(8_000)
  assert.ok(operator.done().includes('offline'))
})

test('a line that is connected, or stopped, rests', () => {
  const { start, up, stop, down, done } = pursue('operator')
  start()
  up()
  done()
  clock.pass(60_000)
  assert.equal(done(), [])
  down('silence')
  stop()
  clock.pass(60_000)
  assert.equal(done(), [])
})

test.run()
