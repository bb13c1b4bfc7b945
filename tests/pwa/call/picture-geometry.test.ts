import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { toFrame, toScreen, type View } from '../../../pwa/call/picture-geometry.ts'

const side = fc.integer({ min: 40, max: 4_000 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
const views: fc.Arbitrary<View> = fc.record({
  width: side,
  height: side,
  frameWidth: side,
  frameHeight: side,
  fit: fc.constantFrom('cover', 'contain'),
  mirrored: fc.boolean(),
})
const spots = fc.record({ x: share, y: share })
// What is less than a thousandth of a pixel on any screen.
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6

// A spot on the very edge may come out a hair beside the frame.
const inner = spots.map(({ x, y }) => ({ x: 0.0001 + x * 0.9998, y: 0.0001 + y * 0.9998 }))

test('from the frame to any screen and back is the same spot, whatever box, fit and mirror', () => {
  fc.assert(
    fc.property(views, inner, (view, spot) => {
      const back = toFrame(view, toScreen(view, spot))
      return back !== null && near(back.x, spot.x) && near(back.y, spot.y)
    }),
  )
})

test('what one screen shows at a place, any other shows at the same spot of the frame', () => {
  fc.assert(
    fc.property(views, views, inner, (here, there, spot) => {
      const told = toFrame(here, toScreen(here, spot))
      const shown = told && toFrame(there, toScreen(there, told))
      return shown !== null && near(shown.x, spot.x) && near(shown.y, spot.y)
    }),
  )
})

test('a contained frame lies wholly in its box, and beside it there is nothing to point at', () => {
  fc.assert(
    fc.property(views, spots, (view, spot) => {
      const at = toScreen({ ...view, fit: 'contain' }, spot)
      return at.x > -1e-6 && at.x < view.width + 1e-6 && at.y > -1e-6 && at.y < view.height + 1e-6
    }),
  )
  const wide: View = {
    width: 400,
    height: 100,
    frameWidth: 100,
    frameHeight: 100,
    fit: 'contain',
    mirrored: false,
  }
  assert.is(toFrame(wide, { x: 149, y: 50 }), null)
  assert.equal(toFrame(wide, { x: 200, y: 50 }), { x: 0.5, y: 0.5 })
})

test('every place of a covered box shows some spot', () => {
  fc.assert(
    fc.property(views, inner, (view, at) => {
      const covered: View = { ...view, fit: 'cover' }
      return toFrame(covered, { x: at.x * view.width, y: at.y * view.height }) !== null
    }),
  )
})

test('a mirror swaps left and right alone', () => {
  fc.assert(
    fc.property(views, spots, (view, spot) => {
      const plain = toScreen({ ...view, mirrored: false }, spot)
      const mirrored = toScreen({ ...view, mirrored: true }, spot)
      return near(plain.x + mirrored.x, view.width) && near(plain.y, mirrored.y)
    }),
  )
})

test.run()
