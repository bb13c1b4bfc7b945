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
    hasLink: false,
    isAgreeing: false,
    isJoined: () => seat.joined,
    join: () => void did.push('join'),
    rejoin: () => void did.push('rejoin'),
  }
  const pursuit = makePursuit({
    side,
    seat,
    connect: () => void did.push('connect'),
    restart: () => void did.push('restart'),
    listen: () => void did.push('listen'),
    hasLink: () => seat.hasLink,
    isAgreeing: () => seat.isAgreeing,
    troubled: (problem) => void did.push(problem),
    isOnline: () => seat.online,
  })
  const done = () => did.splice(0)
  return { ...pursuit, seat, done }
}

test('who is at the broker connects at once, and who is not as soon as they are', () => {
  const here = pursue('operator')
  here.start()
  assert.equal(here.done(), ['connect'])
  const away = pursue('operator', false)
  away.start()
  assert.equal(away.done(), ['join'])
  away.seat.joined = true
  away.happened('joined')
  assert.equal(away.done(), ['connect'])
})

test('nothing is done for a call that is not live', () => {
  const { happened, down, done } = pursue('operator')
  for (const what of ['joined', 'missed', 'network', 'failed', 'unanswered'] as const) happened(what)
  down('silence')
  clock.pass(60_000)
  assert.equal(done(), [])
})

test('a customer who is still opening the page is dialled again and again, ever more patiently', () => {
  const { start, happened, done } = pursue('operator')
  start()
  done()
  const times: number[] = []
  for (let i = 0; i < 6; i++) {
    happened('missed')
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
  const { start, happened, done } = pursue('operator')
  start()
  done()
  clock.pass(3_900)
  assert.equal(done(), [])
  clock.pass(100)
  assert.equal(done(), ['rejoin'])
  happened('joined')
  assert.equal(done(), ['connect'])
})

test('a hiccup is waited out, and silence looks for a new way', () => {
  const { start, up, down, done } = pursue('operator')
  start()
  up()
  done()
  down('silence')
  clock.pass(400)
  up()
  clock.pass(30_000)
  assert.equal(done(), [])
  down('silence')
  clock.pass(500)
  assert.equal(done(), ['restart'])
})

test('what both sides were agreeing on before anybody was missed is left its time', () => {
  const { start, up, down, done, seat } = pursue('operator')
  start()
  up()
  done()
  seat.isAgreeing = true
  down('silence')
  clock.pass(3_900)
  assert.equal(done(), [])
  clock.pass(100)
  assert.equal(done(), ['restart'])
})

test('while a new way is looked for, the broker may come back and is not dialled over', () => {
  const { start, up, down, happened, done } = pursue('operator')
  start()
  up()
  down('silence')
  clock.pass(500)
  done()
  happened('joined')
  assert.equal(done(), [])
  happened('unknown')
  assert.equal(done(), ['connect'])
})

test('the network that is back spares the pause', () => {
  const { seat, start, up, down, happened, done } = pursue('customer')
  start()
  up()
  seat.hasLink = true
  done()
  down('silence')
  happened('network')
  assert.equal(done(), ['restart'])
})

test('a way that was agreed on three times in vain is given up for a new call', () => {
  const { start, up, down, happened, done } = pursue('operator')
  start()
  up()
  down('silence')
  clock.pass(500)
  done()
  for (let i = 0; i < 4; i++) happened('fruitless')
  assert.equal(done(), ['restart', 'restart', 'restart', 'connect'])
})

test('after a goodbye the operator dials soon, and the customer waits to be dialled and listens', () => {
  const operator = pursue('operator')
  const customer = pursue('customer')
  for (const side of [operator, customer]) {
    side.start()
    side.up()
    side.done()
    side.down('goodbye')
  }
  assert.equal(customer.done(), ['connect', 'listen'])
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
  operator.happened('unknown')
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
