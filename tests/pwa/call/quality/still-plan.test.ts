import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  firstPace,
  fitStill,
  paceAfter,
  type StillPace,
  stillSize,
} from '../../../../pwa/call/quality/still-plan.ts'

const inTime = { plannedMs: 4_000, tookMs: 4_300, loss: 0 }

for (const [what, delivery, pace] of [
  ['arrived in time', inTime, 60],
  ['came late', { ...inTime, tookMs: 8_000 }, 28],
  ['came while much of the sound was lost', { ...inTime, loss: 0.4 }, 28],
  ['came while a little of the sound was lost', { ...inTime, loss: 0.1 }, 60],
  ['never arrived', null, 20],
] as const) {
  test(`after a still at 40 kbit/s that ${what} the pace is ${pace}`, () => {
    assert.is(paceAfter({ kbps: 40 }, delivery).kbps, pace)
  })
}

test('stills begin with a third of what there seems to be, and never with much', () => {
  assert.equal(
    [null, 0, 60, 3_000].map((room) => firstPace(room).kbps),
    [15, 12, 20, 100],
  )
})

test('the first still is small, and stills by choice have a limit', () => {
  assert.ok(stillSize({ kbps: 24 }, true).bytes < stillSize({ kbps: 24 }).bytes / 2)
  assert.is(paceAfter({ kbps: 140 }, inTime, 150).kbps, 150)
})

test('the pace has an end in both directions', () => {
  let pace: StillPace = { kbps: 40 }
  for (let count = 0; count < 30; count++) pace = paceAfter(pace, inTime)
  assert.is(pace.kbps, 400)
  for (let count = 0; count < 30; count++) pace = paceAfter(pace, null)
  assert.is(pace.kbps, 8)
})

test('stills fit into the time that they have, with room to spare', () => {
  for (const kbps of [8, 20, 24, 30, 59, 60, 150, 400]) {
    const { bytes, everyMs } = stillSize({ kbps })
    assert.ok((bytes * 8) / kbps < everyMs, `${kbps}`)
    assert.ok(everyMs >= 3_000 && everyMs <= 8_000)
  }
})

for (const [bytes, expected] of [
  [12_000, { height: 240, quality: 0.6 }],
  [48_000, { height: 480, quality: 0.6 }],
  [1e9, { height: 720, quality: 0.85 }],
  [1_000, { height: 144, quality: 0.35 }],
] as const) {
  test(`for ${bytes} bytes, where 240 lines took 12,000, a picture has ${expected.height} lines`, () => {
    assert.equal(fitStill({ height: 240, quality: 0.6 }, 12_000, bytes, 720), expected)
  })
}

test.run()
