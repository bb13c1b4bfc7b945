import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type Move, planReconnect, rejoinDelay, type Situation } from '../../../pwa/call/reconnect-plan.ts'

const now = (over: Partial<Situation>): Situation => ({
  what: 'silence',
  side: 'operator',
  attempt: 0,
  last: null,
  hasLink: true,
  isAgreeing: false,
  ...over,
})

type Row = [
  what: Situation['what'],
  over: Partial<Situation>,
  move: Move,
  afterMs: number,
  patienceMs: number,
]

const operator: Row[] = [
  ['started', { hasLink: false }, 'redial', 0, 4_000],
  ['joined', { hasLink: false }, 'redial', 0, 4_000],
  ['joined', { attempt: 1 }, 'redial', 0, 8_000],
  ['joined', { attempt: 9 }, 'redial', 0, 12_000],
  ['missed', {}, 'redial', 400, 4_000],
  ['missed', { attempt: 3 }, 'redial', 3_200, 12_000],
  ['missed', { attempt: 9 }, 'redial', 4_000, 12_000],
  ['silence', {}, 'restart-ice', 500, 8_000],
  ['silence', { isAgreeing: true }, 'restart-ice', 4_000, 8_000],
  ['failed', {}, 'restart-ice', 0, 8_000],
  ['goodbye', {}, 'redial', 200, 4_000],
  ['unknown', { last: 'restart-ice' }, 'redial', 0, 4_000],
  ['network', { last: 'restart-ice' }, 'restart-ice', 0, 8_000],
  ['network', { last: 'redial' }, 'rejoin-broker', 0, 4_000],
  ['network', { hasLink: false }, 'rejoin-broker', 0, 4_000],
  ['unanswered', { last: 'restart-ice', attempt: 40 }, 'restart-ice', 0, 8_000],
  ['unanswered', { last: 'redial' }, 'rejoin-broker', 0, 4_000],
  ['unanswered', { last: 'rejoin-broker', attempt: 2 }, 'rejoin-broker', 0, 12_000],
  ['fruitless', { last: 'restart-ice', attempt: 2 }, 'restart-ice', 0, 8_000],
  ['fruitless', { last: 'restart-ice', attempt: 3 }, 'redial', 0, 12_000],
]

const customer: Row[] = [
  ['started', { hasLink: false }, 'wait', 0, 15_000],
  ['joined', { hasLink: false }, 'wait', 0, 15_000],
  ['missed', {}, 'wait', 0, 15_000],
  ['silence', {}, 'restart-ice', 500, 8_000],
  ['failed', {}, 'restart-ice', 0, 8_000],
  ['goodbye', {}, 'wait', 0, 15_000],
  ['unknown', {}, 'wait', 0, 15_000],
  ['network', {}, 'restart-ice', 0, 8_000],
  ['network', { hasLink: false }, 'rejoin-broker', 0, 15_000],
  ['unanswered', { last: 'restart-ice' }, 'restart-ice', 0, 8_000],
  ['unanswered', { last: 'wait' }, 'rejoin-broker', 0, 15_000],
  ['fruitless', { attempt: 9 }, 'restart-ice', 0, 8_000],
]

for (const [side, rows] of [
  ['operator', operator],
  ['customer', customer],
] as const) {
  test(`what the ${side}'s side does next, whatever happened`, () => {
    for (const [what, over, move, afterMs, patienceMs] of rows) {
      const step = planReconnect(now({ what, side, ...over }))
      assert.equal(step, { move, afterMs, patienceMs }, `${what} ${JSON.stringify(over)}`)
    }
  })
}

test('only a refusal ends it, however long it takes', () => {
  const happenings = new Set([...operator, ...customer].map(([what]) => what))
  for (const side of ['operator', 'customer'] as const) {
    for (const what of happenings) {
      assert.ok(planReconnect(now({ what, side, attempt: 1_000 })), `${side} ${what}`)
    }
    assert.is(planReconnect(now({ what: 'refused', side })), null)
  }
})

test('the customer never dials', () => {
  for (const [what] of operator) {
    assert.is.not(planReconnect(now({ what, side: 'customer', attempt: 5 }))?.move, 'redial', what)
  }
})

test('tries at the broker are quick at first, patient later, and spread', () => {
  assert.equal(
    [0, 1, 2, 9].map((attempt) => rejoinDelay(attempt, 0.5)),
    [300, 600, 1_200, 10_000],
  )
  assert.equal([rejoinDelay(0, 0), rejoinDelay(0, 1)], [225, 375])
})

test.run()
