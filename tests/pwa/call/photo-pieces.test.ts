import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readPhoto } from '../../../pwa/call/photo-message.ts'
import { assemblePhoto, cutPhoto, largestPhoto, photoType } from '../../../pwa/call/photo-pieces.ts'

const photo = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251)

test('a photo of any size comes out as it went in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (size) => {
      const assembly = assemblePhoto(7, size)
      const states = [...cutPhoto(7, photo(size))].map((piece) => assembly.add(piece))
      assert.equal(states.at(-1), 'whole')
      assert.ok(states.slice(0, -1).every((state) => state === 'more'))
      assert.equal(assembly.bytes, photo(size))
    }),
    { numRuns: 20 },
  )
})

test('pieces out of order, twice, of another photo or beyond its size break it', () => {
  const [first, second, third] = [...cutPhoto(7, photo(40_000))]
  const [stranger] = [...cutPhoto(8, photo(40_000))]
  assert.ok(first && second && third && stranger)
  const after = (...pieces: ArrayBuffer[]) => {
    const assembly = assemblePhoto(7, 40_000)
    return pieces.map((piece) => assembly.add(piece))
  }
  assert.equal(after(second), ['broken'])
  assert.equal(after(first, first), ['more', 'broken'])
  assert.equal(after(first, third), ['more', 'broken'])
  assert.equal(after(stranger), ['broken'])
  assert.equal(after(new ArrayBuffer(8)), ['broken'])
  assert.equal(after(new ArrayBuffer(3)), ['broken'])
  assert.is(assemblePhoto(7, 10).add(first), 'broken')
})

test('each piece fits into one message of the channel', () => {
  for (const piece of cutPhoto(1, photo(50_000))) assert.ok(piece.byteLength <= 16_384)
})

test('a photo is known by its first bytes, not by what is said of it', () => {
  assert.is(photoType(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])), 'image/jpeg')
  assert.is(photoType(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])), 'image/png')
  assert.is(photoType(new TextEncoder().encode('<svg onload="x">')), null)
  assert.is(photoType(new Uint8Array()), null)
})

test('nobody is asked to hold more than the limit', () => {
  assert.ok(readPhoto({ t: 'photo', id: 1, size: largestPhoto }))
  for (const size of [largestPhoto + 1, 0, -1, 1.5, Number.POSITIVE_INFINITY, '9', null]) {
    assert.is(readPhoto({ t: 'photo', id: 1, size }), null, String(size))
  }
  for (const id of [-1, 2 ** 32, 'x', undefined])
    assert.is(readPhoto({ t: 'snapshot', id }), null, String(id))
})

test.run()
