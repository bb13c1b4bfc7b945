import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Box,
  boxOf,
  growingCorner,
  inCorner,
  movedBy,
  resizedBy,
  type Tile,
  tileAt,
  toEdge,
} from '../../../pwa/call/tile-place.ts'

const area: Box = { left: 12, top: 60, width: 1000, height: 700 }
const share = fc.double({ min: 0, max: 1, noNaN: true })
const tiles: fc.Arbitrary<Tile> = fc.record({
  x: share,
  y: share,
  width: fc.integer({ min: 1, max: 3_000 }),
  height: fc.integer({ min: 1, max: 3_000 }),
})
const areas: fc.Arbitrary<Box> = fc.record({
  left: fc.integer({ min: 0, max: 50 }),
  top: fc.integer({ min: 0, max: 100 }),
  width: fc.integer({ min: 200, max: 3_000 }),
  height: fc.integer({ min: 150, max: 2_000 }),
})
const steps = fc.integer({ min: -4_000, max: 4_000 })
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6

function isWithin(box: Box, area: Box): boolean {
  const by = 1e-6
  return (
    box.left >= area.left - by &&
    box.top >= area.top - by &&
    box.left + box.width <= area.left + area.width + by &&
    box.top + box.height <= area.top + area.height + by
  )
}

test('wherever it is dragged and however it is pulled, it stays within its area', () => {
  fc.assert(
    fc.property(tiles, areas, steps, steps, (tile, within, across, down) => {
      const moved = movedBy(tile, across, down, within)
      const resized = resizedBy(moved, across, down, within)
      return [tile, moved, resized].every((one) => isWithin(boxOf(one, within), within))
    }),
  )
})

test('where it was put is where it stands', () => {
  fc.assert(
    fc.property(tiles, areas, (tile, within) => {
      const box = boxOf(tile, within)
      const again = boxOf(tileAt(box, within), within)
      return (['left', 'top', 'width', 'height'] as const).every((part) => near(box[part], again[part]))
    }),
  )
})

test('pulling a corner leaves the opposite one in its place', () => {
  fc.assert(
    fc.property(tiles, steps, steps, (tile, across, down) => {
      const { right, bottom } = growingCorner(tile)
      const before = boxOf(tile, area)
      const after = boxOf(resizedBy(tile, across, down, area), area)
      // What would grow over the area's edge is pushed back in: then no corner can stay.
      if (after.width >= area.width || after.height >= area.height) return true
      const stays = (box: Box) => [
        right ? box.left : box.left + box.width,
        bottom ? box.top : box.top + box.height,
      ]
      const [x = 0, y = 0] = stays(before)
      const grown = after.width > before.width || after.height > before.height
      return grown || (near(stays(after)[0] ?? 0, x) && near(stays(after)[1] ?? 0, y))
    }),
  )
})

test('it snaps to the nearest corner, and Shift brings it to one edge', () => {
  const tile: Tile = { x: 0.4, y: 0.8, width: 200, height: 130 }
  assert.equal(inCorner(tile), { ...tile, x: 0, y: 1 })
  assert.equal(toEdge(tile, [1, 0]), { ...tile, x: 1 })
  assert.equal(toEdge(tile, [0, -1]), { ...tile, y: 0 })
})

test('a corner stays that corner on another screen', () => {
  const tile: Tile = { x: 1, y: 1, width: 200, height: 130 }
  for (const within of [area, { left: 0, top: 0, width: 300, height: 200 }]) {
    const box = boxOf(tile, within)
    assert.is(box.left + box.width, within.left + within.width)
    assert.is(box.top + box.height, within.top + within.height)
  }
})

test.run()
