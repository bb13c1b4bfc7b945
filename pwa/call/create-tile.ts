import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { keep, readKept } from '../platform/kept.ts'
import { freeArea } from './free-area.ts'
import { arrows, boxOf, inCorner, movedBy, resizedBy, type Tile, tileStep, toEdge } from './tile-place.ts'

/** The gray line's tile: a reduced video that stands wherever the person puts it, also in the next call. */
export interface PlacedTile {
  tile: Accessor<Tile>
  /** For the button that moves it. */
  grab(event: PointerEvent): void
  resize(event: PointerEvent): void
  moveByKey(event: KeyboardEvent): void
  resizeByKey(event: KeyboardEvent): void
}

const firstSize = { width: 192, height: 128 }

/** Until the caller's cleanup. What of the stage is not a button, it is dragged by. */
export function createTile(stage: Accessor<HTMLElement | undefined>, side: Side): PlacedTile {
  const name = `visavis.tile.${side}`
  // On a small screen everything between the corners is in the way of what is being read.
  const settle = (tile: Tile) => (side === 'customer' ? inCorner(tile) : tile)
  const [tile, setTile] = createSignal<Tile>(settle(readTile(name, side)))
  const area = () => freeArea(stage(), side)

  function put(next: Tile): void {
    setTile(settle(next))
    keep(name, tile())
  }

  createEffect(() => {
    const element = stage()
    if (!element) return
    const show = () => stand(element, boxOf(tile(), area()))
    show()
    onCleanup(watchArea(element, show))
    element.addEventListener('pointerdown', drag)
    onCleanup(() => {
      element.removeEventListener('pointerdown', drag)
      element.removeAttribute('style')
    })
  })

  function pull(event: PointerEvent, change: (from: Tile, across: number, down: number) => Tile): void {
    if (event.button !== 0) return
    const from = tile()
    const handle = event.currentTarget as HTMLElement
    const changed = (now: PointerEvent) =>
      change(from, now.clientX - event.clientX, now.clientY - event.clientY)
    const done = new AbortController()
    const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', act: (now: PointerEvent) => void) =>
      handle.addEventListener(type, act, { signal: done.signal })
    handle.setPointerCapture(event.pointerId)
    listen('pointermove', (now) => setTile(changed(now)))
    for (const end of ['pointerup', 'pointercancel'] as const) {
      listen(end, (now) => {
        done.abort()
        put(changed(now))
      })
    }
  }

  function drag(event: PointerEvent): void {
    const isOnButton = event.target instanceof Element && event.target.closest('button')
    if (!isOnButton) grab(event)
  }

  function grab(event: PointerEvent): void {
    pull(event, (from, across, down) => movedBy(from, across, down, area()))
  }

  function resize(event: PointerEvent): void {
    pull(event, (from, across, down) => resizedBy(from, across, down, area()))
  }

  function byKey(event: KeyboardEvent, change: (arrow: readonly [number, number]) => Tile): void {
    const arrow = arrows[event.key]
    if (!arrow) return
    event.preventDefault()
    put(change(arrow))
  }

  return {
    tile,
    grab,
    resize,
    moveByKey: (event) =>
      byKey(event, ([across, down]) =>
        event.shiftKey || side === 'customer'
          ? toEdge(tile(), [across, down])
          : movedBy(tile(), across * tileStep, down * tileStep, area()),
      ),
    resizeByKey: (event) =>
      byKey(event, ([across, down]) => resizedBy(tile(), across * tileStep, down * tileStep, area())),
  }
}

// By the element's own style: the page forbids styles in the markup.
function stand(element: HTMLElement, { left, top, width, height }: ReturnType<typeof boxOf>): void {
  Object.assign(element.style, {
    left: `${left}px`,
    top: `${top}px`,
    right: 'auto',
    width: `${width}px`,
    height: `${height}px`,
  })
}

function watchArea(element: HTMLElement, show: () => void): () => void {
  const watch = new ResizeObserver(show)
  for (const part of [document.documentElement, ...(element.closest('main')?.querySelectorAll('form') ?? [])])
    watch.observe(part)
  addEventListener('resize', show)
  visualViewport?.addEventListener('resize', show)
  return () => {
    watch.disconnect()
    removeEventListener('resize', show)
    visualViewport?.removeEventListener('resize', show)
  }
}

function readTile(name: string, side: Side): Tile {
  const kept = readKept<Partial<Tile>>(name)
  const isWhole = kept && [kept.x, kept.y, kept.width, kept.height].every((part) => Number.isFinite(part))
  const start = document.documentElement.dir === 'rtl' ? 0 : 1
  // Below the operator's header; the customer's stands outside of the free area.
  const below = side === 'operator' ? 0.1 : 0
  return isWhole ? (kept as Tile) : { x: start, y: below, ...firstSize }
}
