import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type CallReport, pictureOf } from '../../edge/domain/call-report.ts'
import { addUpCalls } from '../../edge/domain/call-statistics.ts'
import type { CallId } from '../../edge/domain/ids.ts'
import { median, quantile } from '../../edge/domain/quantile.ts'
import type { CallRecord } from '../../edge/domain/wire.ts'

const report: CallReport = {
  way: 'direct',
  restarts: 0,
  seconds: 100,
  stillSeconds: 0,
  firstFrameMs: 500,
  roundTripMedianMs: 40,
  roundTripP95Ms: 80,
  lossPercent: 0,
  kbps: 1_000,
  freezes: 0,
  frozenSeconds: 0,
}

const call = (facts: Partial<CallRecord> = {}): CallRecord => ({
  id: 'c' as CallId,
  placedBy: 'customer',
  answeredAt: 0,
  endedAt: 120_000,
  endCause: 'hung-up',
  reports: { customer: report, operator: report },
  ...facts,
})

for (const [picture, facts] of [
  ['good', {}],
  ['good', { frozenSeconds: 2 }],
  ['fair', { lossPercent: 4 }],
  ['fair', { frozenSeconds: 2, lossPercent: 1 }],
  ['poor', { frozenSeconds: 12 }],
  ['poor', { stillSeconds: 40 }],
  ['stills', { stillSeconds: 60 }],
  ['good', { seconds: 0 }],
] as const) {
  test(`the picture of a call with ${JSON.stringify(facts)} was ${picture}`, () => {
    assert.is(pictureOf({ ...report, ...facts }), picture)
  })
}

test('a relay at one end is a relay, and the worse picture counts', () => {
  const relayed = { ...report, way: 'relay', frozenSeconds: 50, restarts: 2 } as const
  const { total } = addUpCalls([call({ reports: { customer: report, operator: relayed } })], () => 0)
  assert.equal(total.ways, { direct: 0, relay: 1, unknown: 0 })
  assert.equal(total.pictures, { good: 0, fair: 0, poor: 1, stills: 0 })
  assert.is(total.restarts, 2)
})

test('a call without reports has no way and no picture, and one that nobody answered has neither', () => {
  const none = { customer: null, operator: null }
  const { total } = addUpCalls(
    [call({ reports: none }), call({ answeredAt: null, endCause: 'missed', reports: none })],
    () => 0,
  )
  assert.equal(total.ways, { direct: 0, relay: 0, unknown: 1 })
  assert.equal(total.pictures, { good: 0, fair: 0, poor: 0, stills: 0 })
  assert.equal([total.calls, total.answered, total.minutes], [2, 1, 2])
  assert.equal(total.ends, { declined: 0, cancelled: 0, missed: 1, 'hung-up': 1, lost: 0 })
  assert.is(total.firstFrameMedianMs, null)
})

test('days come newest first, each with its own sums', () => {
  const { days } = addUpCalls([call(), call({ endedAt: 5_000_000 }), call({ endedAt: 5_000_001 })], (at) =>
    at < 1_000_000 ? 1 : 2,
  )
  assert.equal(
    days.map(({ at, calls }) => [at, calls]),
    [
      [2, 2],
      [1, 1],
    ],
  )
})

test('a median is a value that was there', () => {
  assert.equal([median([]), median([3]), median([1, 2]), median([9, 1, 5])], [null, 3, 1, 5])
  assert.is(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95), 10)
})

test.run()
