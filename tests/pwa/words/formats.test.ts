import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { formatAgo, formatDuration, formatTime } from '../../../pwa/words/formats.ts'

const minute = 60_000
const hour = 60 * minute

test('a duration has minutes and seconds, and hours when it is that long', () => {
  assert.is(formatDuration(0, 'en'), '0:00')
  assert.is(formatDuration(7_900, 'en'), '0:07')
  assert.is(formatDuration(3 * minute + 5_000, 'tr'), '3:05')
  assert.is(formatDuration(hour + 2 * minute + 9_000, 'en'), '1:02:09')
})

test('a clock that runs behind the edge shows zero, never less', () => {
  assert.is(formatDuration(-5_000, 'en'), '0:00')
  assert.is(formatAgo(2_000, 1_000, 'en'), 'now')
})

test('how long ago is said in the largest unit that fits', () => {
  assert.is(formatAgo(0, 59_000, 'en'), 'now')
  assert.match(formatAgo(0, 5 * minute, 'en'), /^5 min/)
  assert.match(formatAgo(0, 3 * hour, 'en'), /^3 hr/)
  assert.is(formatAgo(0, 30 * hour, 'en'), 'yesterday')
  assert.is(formatAgo(0, 30 * hour, 'tr'), 'dün')
})

test('the time of day follows the language', () => {
  const at = new Date(2026, 10, 22, 14, 5).getTime()
  assert.match(formatTime(at, 'en'), /^2:05\sPM$/)
  assert.is(formatTime(at, 'tr'), '14:05')
})

test.run()
