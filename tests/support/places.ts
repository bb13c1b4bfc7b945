import type { Locator } from 'playwright-core'
import * as assert from 'uvu/assert'
import { untilTrue } from './until.ts'

/** Where something stands in the window, in pixels. */
export interface Place {
  left: number
  top: number
  right: number
  bottom: number
  width: number
  height: number
}

export type Corner = 'upper right' | 'lower right' | 'upper left'

export async function placeOf(thing: Locator): Promise<Place> {
  await thing.waitFor()
  const box = await thing.boundingBox()
  assert.ok(box, `${thing} takes no room`)
  const { x, y, width, height } = box
  return { left: x, top: y, right: x + width, bottom: y + height, width, height }
}

/** Its middle is in that quarter of the other, and no further from the corner than a few buttons are wide. */
export async function standsIn(corner: Corner, thing: Locator, other: Locator, reach = 130): Promise<void> {
  const [inner, outer] = [await placeOf(thing), await placeOf(other)]
  const [upper, right] = [corner.startsWith('upper'), corner.endsWith('right')]
  const across = right ? outer.right - inner.right : inner.left - outer.left
  const down = upper ? inner.top - outer.top : outer.bottom - inner.bottom
  const isInside = across >= -1 && down >= -1
  assert.ok(isInside && across < reach && down < reach, `${thing} is ${across}, ${down} from the ${corner}`)
}

/** Side by side in one row, with nothing else between them. */
export async function standsNextTo(thing: Locator, other: Locator): Promise<void> {
  const [one, two] = [await placeOf(thing), await placeOf(other)]
  const gap = Math.max(one.left, two.left) - Math.min(one.right, two.right)
  const isOneRow = Math.abs(one.top + one.bottom - two.top - two.bottom) < 8
  assert.ok(isOneRow && gap >= 0 && gap < 20, `${thing} and ${other}: ${JSON.stringify([one, two])}`)
}

/** Both are seen whole at the same time, and neither lies over the other, once the page has followed its window. */
export async function areSeenTogether(thing: Locator, other: Locator): Promise<void> {
  let fault: unknown
  const holds = () =>
    seeTogether(thing, other).then(
      () => true,
      (error) => {
        fault = error
        return false
      },
    )
  await untilTrue('both are seen', holds).catch(() => {
    throw fault
  })
}

async function seeTogether(thing: Locator, other: Locator): Promise<void> {
  const [one, two] = [await placeOf(thing), await placeOf(other)]
  const { width, height } = await windowOf(thing)
  for (const { left, top, right, bottom } of [one, two]) {
    const isWhole = left >= -1 && top >= -1 && right <= width + 1 && bottom <= height + 1
    assert.ok(isWhole, `not seen whole: ${JSON.stringify({ left, top, right, bottom, width, height })}`)
  }
  const isApart =
    one.right <= two.left + 1 ||
    two.right <= one.left + 1 ||
    one.bottom <= two.top + 1 ||
    two.bottom <= one.top + 1
  assert.ok(isApart, `one lies over the other: ${JSON.stringify([one, two])}`)
}

export async function windowOf(thing: Locator): Promise<{ width: number; height: number }> {
  const size = thing.page().viewportSize()
  assert.ok(size)
  return size
}
