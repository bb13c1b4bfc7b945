import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeRecentEvents } from '../../../pwa/platform/recent-events.ts'
import { message } from './stream-house.ts'

test('what came after a position is known, back to the start', () => {
  const recent = makeRecentEvents(10)
  for (const seq of [12, 15]) recent.add(message(seq))
  assert.equal(
    recent.after(12)?.map(({ seq }) => seq),
    [15],
  )
  assert.is(recent.after(10)?.length, 2)
  assert.is(recent.after(9), null)
})

test('only so many are kept, and what was dropped is said to be unknown', () => {
  const recent = makeRecentEvents(0)
  for (let seq = 1; seq <= 1_500; seq += 1) recent.add(message(seq))
  assert.is(recent.start(), 500)
  assert.is(recent.after(499), null)
  assert.is(recent.after(500)?.length, 1_000)
})

test.run()
