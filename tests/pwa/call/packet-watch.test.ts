import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeSilence } from '../../../pwa/call/packet-watch.ts'

test('a line with sound is silent one and a half seconds after its last packet', () => {
  const silence = makeSilence(0)
  for (let now = 0; now <= 3_000; now += 500) {
    assert.not(silence.at(now, { sound: now, all: now * 2 }), `at ${now}`)
  }
  const last = { sound: 3_000, all: 6_000 }
  assert.not(silence.at(4_000, last))
  assert.ok(silence.at(4_500, last))
})

test('packets that come back end the silence', () => {
  const silence = makeSilence(0)
  silence.at(0, { sound: 10, all: 10 })
  assert.ok(silence.at(2_000, { sound: 10, all: 10 }))
  assert.not(silence.at(2_500, { sound: 11, all: 11 }))
})

test('a side that sends no sound is given as long as its connectivity checks take', () => {
  const silence = makeSilence(0)
  for (const [now, all] of [
    [0, 1],
    [2_500, 2],
    [5_000, 3],
    [12_500, 3],
  ] as const) {
    assert.not(silence.at(now, { sound: 0, all }), `at ${now}`)
  }
  assert.ok(silence.at(13_000, { sound: 0, all: 3 }))
})

test('a sound that ended long before does not make the line nervous', () => {
  const silence = makeSilence(0)
  silence.at(0, { sound: 50, all: 50 })
  silence.at(5_000, { sound: 50, all: 60 })
  assert.not(silence.at(8_000, { sound: 50, all: 60 }))
})

test('a timer that slept is not taken for silence when packets came meanwhile', () => {
  const silence = makeSilence(0)
  silence.at(0, { sound: 50, all: 50 })
  assert.not(silence.at(60_000, { sound: 3_000, all: 3_000 }))
})

test.run()
