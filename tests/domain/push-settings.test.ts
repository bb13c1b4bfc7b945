import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  defaultPushSettings,
  firstNameFor,
  isQuiet,
  isTimeOfDay,
  isTimeZone,
} from '../../edge/domain/push-settings.ts'

const at = (text: string) => Date.parse(text)

test('quiet hours go by the clock of their time zone, over midnight too', () => {
  const night = { from: '22:00', to: '07:00', timeZone: 'Europe/Istanbul' }
  for (const [time, quiet] of [
    ['2026-11-27T18:59:59Z', false],
    ['2026-11-27T19:00:00Z', true],
    ['2026-11-27T23:30:00Z', true],
    ['2026-11-28T03:59:00Z', true],
    ['2026-11-28T04:00:00Z', false],
  ] as const)
    assert.is(isQuiet(night, at(time)), quiet, time)
  const lunch = { from: '12:00', to: '13:00', timeZone: 'America/New_York' }
  assert.ok(isQuiet(lunch, at('2026-11-27T17:30:00Z')))
  assert.not.ok(isQuiet(lunch, at('2026-11-27T12:30:00Z')))
})

test('they follow summer time', () => {
  const morning = { from: '06:00', to: '07:00', timeZone: 'Europe/Berlin' }
  assert.ok(isQuiet(morning, at('2026-07-01T04:30:00Z')))
  assert.not.ok(isQuiet(morning, at('2026-11-27T04:30:00Z')))
  assert.ok(isQuiet(morning, at('2026-11-27T05:30:00Z')))
})

test('hours that end where they begin are none, and without any nothing is quiet', () => {
  assert.not.ok(isQuiet({ from: '08:00', to: '08:00', timeZone: 'UTC' }, at('2026-11-27T08:00:00Z')))
  assert.not.ok(isQuiet(null, 0))
})

test('times and time zones are told from what is none', () => {
  assert.equal(['00:00', '23:59'].map(isTimeOfDay), [true, true])
  assert.equal(['24:00', '7:00', '07:60', '07:00 '].map(isTimeOfDay), [false, false, false, false])
  assert.equal(['Europe/Istanbul', 'UTC', 'Mars/Olympus', ''].map(isTimeZone), [true, true, false, false])
})

test('of a name the first is said, where it may be', () => {
  const telling = { ...defaultPushSettings, firstNames: true }
  assert.is(firstNameFor(telling, '  Deniz Kaya '), 'Deniz')
  assert.is(firstNameFor(telling, '+90532'), '')
  assert.is(firstNameFor(telling, ''), '')
  assert.is(firstNameFor(defaultPushSettings, 'Deniz Kaya'), '')
})

test.run()
