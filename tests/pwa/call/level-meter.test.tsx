import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { percentOf } from '../../../pwa/call/level-meter.tsx'

const tone = (loudness: number) =>
  Float32Array.from({ length: 2_048 }, (_, at) => loudness * Math.sin(at / 5))

test('silence is nothing, and the loudest is all', () => {
  assert.is(percentOf(new Float32Array(2_048)), 0)
  assert.is(percentOf(new Float32Array(2_048).fill(1)), 100)
})

test('what is half as loud shows a little less, not half', () => {
  const loud = percentOf(tone(0.5))
  const half = percentOf(tone(0.25))
  assert.is(loud - half, 10)
})

test.run()
