// Where a reduced video stands. It is kept as a share of the room that the screen leaves beside it, so that what
// stood in a corner stands in that corner of any screen.

/** `x` and `y` from 0 (left, top) to 1; the size in pixels. */
export interface Tile {
  x: number
  y: number
  width: number
  height: number
}

/** In pixels of the window. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export const tileStep = 16
const smallest = { width: 168, height: 120 }

export const arrows: Record<string, readonly [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Never larger than the area, never smaller than its own buttons. */
export function boxOf(tile: Tile, area: Box): Box {
  const width = between(tile.width, smallest.width, area.width)
  const height = between(tile.height, smallest.height, area.height)
  const left = area.left + tile.x * Math.max(0, area.width - width)
  const top = area.top + tile.y * Math.max(0, area.height - height)
  return { left, top, width, height }
}

/** The other way round; what lies outside of the area is put at its edge. */
export function tileAt(box: Box, area: Box): Tile {
  const { width, height } = boxOf({ x: 0, y: 0, width: box.width, height: box.height }, area)
  return {
    x: share(box.left - area.left, area.width - width),
    y: share(box.top - area.top, area.height - height),
    width,
    height,
  }
}

export function inCorner(tile: Tile): Tile {
  return { ...tile, x: Math.round(tile.x), y: Math.round(tile.y) }
}

export function toEdge(tile: Tile, [across, down]: readonly [number, number]): Tile {
  return { ...tile, x: across ? (across + 1) / 2 : tile.x, y: down ? (down + 1) / 2 : tile.y }
}

export function movedBy(tile: Tile, across: number, down: number, area: Box): Tile {
  const box = boxOf(tile, area)
  return tileAt({ ...box, left: box.left + across, top: box.top + down }, area)
}

/** The corner that looks to the middle of the screen: there is always room to grow on its side. */
export function growingCorner({ x, y }: Tile): { right: boolean; bottom: boolean } {
  return { right: x < 0.5, bottom: y < 0.5 }
}

/** Pulls that corner by so many pixels; the opposite one stays where it is. */
export function resizedBy(tile: Tile, across: number, down: number, area: Box): Tile {
  const { right, bottom } = growingCorner(tile)
  const box = boxOf(tile, area)
  const size = boxOf(
    { ...tile, width: box.width + (right ? across : -across), height: box.height + (bottom ? down : -down) },
    area,
  )
  const left = right ? box.left : box.left + box.width - size.width
  const top = bottom ? box.top : box.top + box.height - size.height
  return tileAt({ left, top, width: size.width, height: size.height }, area)
}

function between(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(most, least))
}

function share(part: number, whole: number): number {
  return whole > 0 ? between(part / whole, 0, 1) : 0
}
