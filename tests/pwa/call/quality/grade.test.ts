import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { beginning, type Circumstances, judge } from '../../../../pwa/call/quality/grade.ts'
import type { Trend } from '../../../../pwa/call/quality/trend.ts'
import { moment } from './trends.ts'

const video: Circumstances = { sends: 'large', awaitsVideo: true, ownStills: false, otherStills: false }

function verdictOn(moments: Trend[], around = video) {
  return moments.reduce((before, now) => judge(before, now, around), beginning).verdict
}
const twice = (now: Trend) => [now, now]

const good = moment()
const table: [string, Trend, Partial<Circumstances>, object][] = [
  ['all is well', good, {}, { grade: 'good' }],
  ['a little of ours is lost', moment({ outgoing: { loss: 0.04 } }), {}, { grade: 'fair', weak: 'own' }],
  ['much of ours is lost', moment({ outgoing: { loss: 0.09 } }), {}, { grade: 'poor', weak: 'own' }],
  ['much of theirs is lost', moment({ incoming: { loss: 0.1 } }), {}, { grade: 'poor', weak: 'other' }],
  ['their sound is patched', moment({ incoming: { concealed: 0.1 } }), {}, { grade: 'poor', weak: 'other' }],
  ['their picture stands still', moment({ incoming: { fps: 0 } }), {}, { grade: 'poor', weak: 'other' }],
  ['their camera is off', moment({ incoming: { fps: 0 } }), { awaitsVideo: false }, { grade: 'good' }],
  ['their picture sticks', moment({ incoming: { frozen: 0.1 } }), {}, { grade: 'fair', weak: 'other' }],
  ['our picture had to become small', good, { sends: 'small' }, { grade: 'fair', weak: 'own' }],
  ['our picture had to become tiny', good, { sends: 'tiny' }, { grade: 'poor', weak: 'own' }],
  ['nobody needs our picture larger', good, { sends: null }, { grade: 'good' }],
  ['it takes long', moment({ roundTripMs: 500 }), {}, { grade: 'fair', weak: 'both' }],
  ['it takes very long', moment({ roundTripMs: 900 }), {}, { grade: 'poor', weak: 'both' }],
  ['no round trip is known', moment({ roundTripMs: null }), {}, { grade: 'good' }],
  ['we send stills', good, { ownStills: true }, { grade: 'sound-only', weak: 'own' }],
  ['they send stills', good, { otherStills: true }, { grade: 'sound-only', weak: 'other' }],
  ['both send stills', good, { ownStills: true, otherStills: true }, { grade: 'sound-only', weak: 'both' }],
]

for (const [what, now, around, verdict] of table) {
  test(`when ${what}, it is ${JSON.stringify(verdict)}`, () => {
    assert.equal(verdictOn(twice(now), { ...video, ...around }), verdict)
  })
}

test('one bad moment is none', () => {
  const bad = moment({ incoming: { loss: 0.5 } })
  assert.is(verdictOn([good, bad, good, good]).grade, 'good')
  assert.is(verdictOn([good, bad, good, bad]).grade, 'poor')
})

test('it is believed again after three good moments, not after one', () => {
  const bad = moment({ incoming: { loss: 0.5 } })
  assert.is(verdictOn([bad, bad, good]).grade, 'poor')
  assert.is(verdictOn([bad, bad, good, good]).grade, 'poor')
  assert.is(verdictOn([bad, bad, good, good, good]).grade, 'good')
})

test.run()
