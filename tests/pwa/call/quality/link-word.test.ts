import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { firstStillId, isStillId, largestStill, readLink } from '../../../../pwa/call/quality/link-word.ts'

const id = firstStillId + 7

for (const word of [
  { t: 'link', stills: null, asks: 'all', wantsAnswer: true },
  { t: 'link', stills: 'weak', asks: 'still', wantsAnswer: false },
  { t: 'still', id, size: 1 },
  { t: 'still', id, size: largestStill },
  { t: 'still-seen', id },
]) {
  test(`${JSON.stringify(word)} is heard`, () => assert.equal(readLink(word), word))
}

for (const word of [
  { t: 'link', stills: 'maybe', asks: 'all' },
  { t: 'link', stills: null },
  { t: 'still', id, size: 0 },
  { t: 'still', id, size: largestStill + 1 },
  { t: 'still', id, size: 'large' },
  { t: 'still', id: 7, size: 10 },
  { t: 'still-seen', id: 2 ** 32 },
  { t: 'still-seen', id: id + 0.5 },
  { t: 'photo', id, size: 10 },
]) {
  test(`${JSON.stringify(word)} is not`, () => assert.is(readLink(word), null))
}

test('photos that are asked for have other numbers than stills', () => {
  assert.not(isStillId(1e6 + 5))
  assert.not(isStillId(null))
  assert.ok(isStillId(id))
})

test.run()
