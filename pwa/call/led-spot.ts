import type { Spot } from './picture-geometry.ts'
import { arrows } from './tile-place.ts'

const step = 0.02
const longStep = 0.1

/** Where an arrow key leads a spot on a picture, with Shift in long steps; `null` for any other key. */
export function ledSpot({ x, y }: Spot, { key, shiftKey }: KeyboardEvent): Spot | null {
  const arrow = arrows[key]
  if (!arrow) return null
  const by = shiftKey ? longStep : step
  return { x: within(x + arrow[0] * by), y: within(y + arrow[1] * by) }
}

function within(share: number): number {
  return Math.min(Math.max(share, 0), 1)
}
