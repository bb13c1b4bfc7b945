import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeSilence } from '../../../pwa/call/packet-watch.ts'

test('a line with sound is silent one and a half seconds after its last packet', () => {
  const silence = makeSilence(0)
  for (let now = 0; now <= 3_000; now += 500) {
    assert.not(silence.at(now, { sound: now, pulse: 0, all: now * 2 }), `at ${now}`)
  }
  const last = { sound: 3_000, pulse: 0, all: 6_000 }
  assert.not(silence.at(4_000, last))
  assert.ok(silence.at(4_500, last))
})

test('packets that come back end the silence', () => {
  const silence = makeSilence(0)
  silence.at(0, { sound: 10, pulse: 0, all: 10 })
  assert.ok(silence.at(2_000, { sound: 10, pulse: 0, all: 10 }))
  assert.not(silence.at(2_500, { sound: 11, pulse: 0, all: 11 }))
})

test('a side without a microphone is missed by its pulse, which may be late now and then', () => {
  const silence = makeSilence(0)
  for (let now = 0; now <= 6_000; now += 1_500) {
    assert.not(silence.at(now, { sound: 0, pulse: now + 1, all: now }), `at ${now}`)
  }
  const last = { sound: 0, pulse: 6_001, all: 6_000 }
  assert.not(silence.at(8_000, last))
  assert.ok(silence.at(8_200, last))
})

test('connectivity checks alone are no sign that the other side is heard', () => {
  const silence = makeSilence(0)
  silence.at(0, { sound: 50, pulse: 3, all: 50 })
  assert.ok(silence.at(1_500, { sound: 50, pulse: 3, all: 80 }))
})

test('a microphone that ends is no silence while the pulse goes on', () => {
  const silence = makeSilence(0)
  silence.at(0, { sound: 50, pulse: 1, all: 50 })
  for (let now = 500; now <= 10_000; now += 500) {
    assert.not(silence.at(now, { sound: 50, pulse: now, all: 50 + now }), `at ${now}`)
  }
})

test('until either is heard, a line is given as long as its connectivity checks take', () => {
  const silence = makeSilence(0)
  for (const [now, all] of [
    [0, 1],
    [2_500, 2],
    [5_000, 3],
    [12_500, 3],
  ] as const) {
    assert.not(silence.at(now, { sound: 0, pulse: 0, all }), `at ${now}`)
  }
  assert.ok(silence.at(13_000, { sound: 0, pulse: 0, all: 3 }))
})

test('a timer that slept is not taken for silence when packets came meanwhile', () => {
  const silence = makeSilence(0)
  silence.at(0, { sound: 50, pulse: 0, all: 50 })
  assert.not(silence.at(60_000, { sound: 3_000, pulse: 0, all: 3_000 }))
})

test.run()
