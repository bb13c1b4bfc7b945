import { createRoot } from 'solid-js'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createClock } from '../../../pwa/platform/clock.ts'
import { edgeNow, noteEdgeTime } from '../../../pwa/platform/edge-clock.ts'

const hour = 3_600_000
const near = (one: number, other: number) =>
  assert.ok(Math.abs(one - other) < 5_000, `${one} is not ${other}`)

test('until the edge has said what time it is, this device’s own clock has to do', () => {
  near(edgeNow(), Date.now())
})

for (const hours of [2, -2])
  test(`a clock that is ${hours} hours off counts by the edge’s`, () => {
    noteEdgeTime(Date.now() - hours * hour)
    near(edgeNow(), Date.now() - hours * hour)
    createRoot((dispose) => {
      near(createClock()(), Date.now() - hours * hour)
      dispose()
    })
  })

test.run()
