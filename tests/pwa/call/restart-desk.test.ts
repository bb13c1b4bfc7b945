import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { RestartWord } from '../../../edge/domain/restart.ts'
import type { Side } from '../../../edge/domain/tickets.ts'
import { makeRestartDesk } from '../../../pwa/call/restart-desk.ts'
import { makeFakeClock } from './fake-clock.ts'

let clock: ReturnType<typeof makeFakeClock>
let turn = 0
test.before.each(() => {
  clock = makeFakeClock()
  turn = 0
})
test.after.each(() => clock.restore())

/** A desk with a record of what it did. Its offers and answers are numbered; "bad" is no description. */
function sit(side: Side, line = 'mc_1') {
  const did: string[] = []
  let made = 0
  let known = ''
  let more: (sdp: string) => void = () => {}
  let wish = ''
  const desk = makeRestartDesk(side, {
    line,
    ways: (tell) => {
      more = tell
      return {
        look: async () => {},
        wish: () => wish,
        offer: async (asked) => `offer ${++made}${asked && ` ${asked}`}`,
        answer: async (offer) => {
          if (offer === 'bad') return null
          known = offer
          return `answer ${++made} to ${offer}`
        },
        accept: async (answer) => did.push(`accept ${answer}`) > 0,
        isKnown: (sdp) => known !== '' && sdp.startsWith(known),
        addFrom: (sdp) => void did.push(`add ${sdp}`),
      }
    },
    nextTurn: () => ++turn,
    say: () => did.push('say'),
    unknown: () => did.push('unknown'),
    fruitless: () => did.push('fruitless'),
  })
  const done = () => did.splice(0).filter((what) => what !== 'say')
  const said = () => {
    const word = desk.word()
    return word && `${word.kind} ${word.sdp}`.trim()
  }
  const move = () => {
    wish = 'anew'
  }
  return { ...desk, said, done, move, more: (sdp: string) => more(sdp) }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
const word = (over: Partial<RestartWord>): RestartWord => ({
  line: 'mc_1',
  turn: 100,
  kind: 'asks',
  to: 0,
  sdp: '',
  ...over,
})

/** Each hears the other's latest word until nobody has anything new to say. */
async function talk(operator: ReturnType<typeof sit>, customer: ReturnType<typeof sit>) {
  await settled()
  for (let before = -1; before !== turn; ) {
    before = turn
    for (const [one, other] of [
      [operator, customer],
      [customer, operator],
    ] as const) {
      const said = other.word()
      if (said) one.heard(said)
      await settled()
    }
  }
}

for (const first of ['operator', 'customer', 'both'] as const) {
  test(`who asks first does not matter (${first}): one offer, one answer`, async () => {
    const [operator, customer] = [sit('operator'), sit('customer')]
    if (first !== 'customer') operator.begin()
    if (first !== 'operator') customer.begin()
    await talk(operator, customer)
    assert.equal([operator.said(), customer.said()], ['offer offer 1', 'answer answer 1 to offer 1'])
    assert.equal(operator.done(), ['accept answer 1 to offer 1'])
  })
}

test('nothing is offered before the other side was heard', async () => {
  const operator = sit('operator')
  operator.begin()
  await settled()
  assert.is(operator.said(), 'asks')
})

test('after an outage both begin anew, and what was said before it counts no more', async () => {
  const [operator, customer] = [sit('operator'), sit('customer')]
  customer.begin()
  await talk(operator, customer)
  operator.done()
  const old = customer.word()
  for (const desk of [operator, customer]) desk.away()
  await settled()
  assert.equal([operator.said(), customer.said()], ['asks', 'asks'])
  if (old) operator.heard(old)
  assert.equal(operator.done(), [])
  await talk(operator, customer)
  assert.equal([operator.said(), customer.said()], ['offer offer 2', 'answer answer 2 to offer 2'])
})

test('who has moved says so when it asks, and is offered what it asked for', async () => {
  const [operator, customer] = [sit('operator'), sit('customer')]
  customer.move()
  customer.begin()
  await settled()
  assert.is(customer.said(), 'asks anew')
  await talk(operator, customer)
  assert.equal([operator.said(), customer.said()], ['offer offer 1 anew', 'answer answer 1 to offer 1 anew'])
})

test('an operator that has moved offers another connection before it was asked', async () => {
  const [operator, customer] = [sit('operator'), sit('customer')]
  operator.move()
  operator.begin()
  await settled()
  assert.is(operator.said(), 'offer offer 1 anew')
  await talk(operator, customer)
  assert.equal(operator.done(), ['accept answer 1 to offer 1 anew'])
})

test('an answer to an older offer is not taken', async () => {
  const operator = sit('operator')
  operator.heard(word({ turn: 10 }))
  await settled()
  const first = operator.word()?.turn ?? 0
  operator.heard(word({ turn: 20 }))
  await settled()
  operator.heard(word({ turn: 30, kind: 'answer', to: first, sdp: 'old' }))
  assert.equal(operator.done(), [])
  operator.heard(word({ turn: 31, kind: 'answer', to: operator.word()?.turn ?? 0, sdp: 'new' }))
  assert.equal(operator.done(), ['accept new'])
})

test('candidates that come later are said again, and added by the other side', async () => {
  const [operator, customer] = [sit('operator'), sit('customer')]
  customer.begin()
  await talk(operator, customer)
  operator.done()
  operator.more('offer 1 and more')
  await talk(operator, customer)
  assert.equal(customer.done(), ['add offer 1 and more'])
  assert.is(customer.said(), 'answer answer 1 to offer 1')
})

test('a page that has no such connection is believed when it answers what was said last', async () => {
  const operator = sit('operator')
  operator.begin()
  await settled()
  const asked = operator.word()?.turn ?? 0
  operator.heard(word({ kind: 'unknown', to: asked - 1 }))
  operator.heard(word({ kind: 'unknown', to: asked, line: 'mc_2' }))
  assert.equal(operator.done(), [])
  operator.heard(word({ kind: 'unknown', to: asked }))
  assert.equal(operator.done(), ['unknown'])
})

test('an offer that is none is not answered, and the next one is', async () => {
  const customer = sit('customer')
  customer.begin()
  await settled()
  customer.heard(word({ kind: 'offer', sdp: 'bad' }))
  await settled()
  assert.is(customer.said(), 'asks')
  customer.heard(word({ kind: 'offer', sdp: 'good', turn: 101 }))
  await settled()
  assert.is(customer.said(), 'answer answer 1 to good')
})

test('a way that was agreed on is given its time, and then called fruitless', async () => {
  const [operator, customer] = [sit('operator'), sit('customer')]
  customer.begin()
  await talk(operator, customer)
  operator.done()
  clock.pass(3_900)
  assert.equal([operator.done(), operator.isAgreeing(), customer.isAgreeing()], [[], true, true])
  clock.pass(100)
  assert.equal([operator.done(), operator.isAgreeing(), customer.isAgreeing()], [['fruitless'], false, false])
})

test.run()
