import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { addTrend, nothingYet, reportOf, type Tally } from '../../../../pwa/call/quality/tally.ts'
import { moment } from './trends.ts'

test('a call adds up to a report', () => {
  let tally: Tally = { ...nothingYet, ups: 2, firstFrameMs: 812.4 }
  tally = addTrend(tally, moment({ incoming: { kbps: 1_000, packets: 90, lost: 10 } }), false)
  tally = addTrend(
    tally,
    moment({ incoming: { kbps: 0, packets: 0, freezes: 1, frozen: 0.5 }, way: null }),
    true,
  )
  assert.equal(reportOf(tally), {
    way: 'direct',
    restarts: 1,
    seconds: 4,
    stillSeconds: 2,
    firstFrameMs: 812,
    roundTripMedianMs: 40,
    roundTripP95Ms: 40,
    lossPercent: 10,
    kbps: 500,
    freezes: 1,
    frozenSeconds: 1,
  })
})

test('a call that never was adds up to nothing', () => {
  const report = reportOf(nothingYet)
  assert.equal([report.restarts, report.seconds, report.lossPercent, report.kbps], [0, 0, 0, 0])
  assert.equal([report.way, report.roundTripMedianMs], [null, null])
})

test('round trips of a long call are few, and still of all of it', () => {
  let tally = nothingYet
  for (let at = 1; at <= 5_000; at++) tally = addTrend(tally, moment({ roundTripMs: at }), false)
  assert.ok(tally.roundTrips.length <= 201)
  const { roundTripMedianMs: median, roundTripP95Ms: p95 } = reportOf(tally)
  assert.ok(median && Math.abs(median - 2_500) < 100, `${median}`)
  assert.ok(p95 && Math.abs(p95 - 4_750) < 100, `${p95}`)
})

test('moments without a round trip do not count as quick ones', () => {
  const tally = addTrend(nothingYet, moment({ roundTripMs: null }), false)
  assert.is(reportOf(tally).roundTripMedianMs, null)
})

test.run()
