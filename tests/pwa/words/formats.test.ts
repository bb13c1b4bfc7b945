import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { operator as english } from '../../../pwa/words/en/operator.ts'
import { formatAgo, formatDuration, formatTime } from '../../../pwa/words/formats.ts'
import { operator as inTurkish } from '../../../pwa/words/tr/operator.ts'
import { phrase, type Words } from '../../../pwa/words/words.tsx'

const minute = 60_000
const hour = 60 * minute

const turkish: Words['t'] = (key, values) => phrase(inTurkish, key, values)
const ago = (ms: number, now: number) => formatAgo(ms, now, (key, values) => phrase(english, key, values))

test('a duration has minutes and seconds, and hours when it is that long', () => {
  assert.is(formatDuration(0, 'en'), '0:00')
  assert.is(formatDuration(7_900, 'en'), '0:07')
  assert.is(formatDuration(3 * minute + 5_000, 'tr'), '3:05')
  assert.is(formatDuration(hour + 2 * minute + 9_000, 'en'), '1:02:09')
})

test('a clock that runs behind the edge shows zero, never less', () => {
  assert.is(formatDuration(-5_000, 'en'), '0:00')
  assert.is(ago(2_000, 1_000), 'now')
})

test('how long ago is said in the largest unit that fits', () => {
  assert.is(ago(0, 59_000), 'now')
  assert.is(ago(0, 5 * minute), '5 min. ago')
  assert.is(ago(0, 3 * hour), '3 hr. ago')
  assert.is(ago(0, 30 * hour), 'yesterday')
  assert.is(ago(0, 50 * hour), '2 days ago')
  assert.is(formatAgo(0, 30 * hour, turkish), 'dün')
})

test('the time of day follows the language', () => {
  const at = new Date(2026, 10, 22, 14, 5).getTime()
  assert.match(formatTime(at, 'en'), /^2:05\sPM$/)
  assert.is(formatTime(at, 'tr'), '14:05')
})

test.run()
