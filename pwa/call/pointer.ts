import { type Accessor, createEffect, createSignal, on } from 'solid-js'
import type { Spot } from './picture-geometry.ts'
import { createPictureView, type PlacedView } from './picture-view.ts'
import { createPings } from './pings.ts'
import type { StageView } from './stage-tools.ts'

/** The yellow hand: shows the customer where to look on their own picture. */
export interface Pointer {
  isOn: Accessor<boolean>
  spot: Accessor<Spot | null>
  pings: Accessor<readonly Spot[]>
  view: Accessor<PlacedView | null>
  toggle(): void
  moveTo(spot: Spot): void
  ping(spot: Spot): void
}

const frameMs = 16
const middle: Spot = { x: 0.5, y: 0.5 }

export function createPointer({ line, remote, size }: StageView): Pointer {
  const [spot, setSpot] = createSignal<Spot | null>(null)
  const { pings, add } = createPings()
  const view = createPictureView(remote, () => false, size)
  const tell = tellEachFrame(() => remote()?.ownerDocument.defaultView, say)

  function say(): void {
    const now = spot()
    line.tools.tell(now ? { t: 'point', ...rounded(now) } : { t: 'point-off' })
  }

  function moveTo(next: Spot): void {
    setSpot(next)
    tell()
  }

  function toggle(): void {
    setSpot(spot() ? null : middle)
    say()
  }

  function ping(at: Spot): void {
    add(at)
    line.tools.tell({ t: 'ping', ...rounded(at) })
  }

  // After a break the other side has forgotten.
  createEffect(on(line.tools.isOpen, (isOpen) => isOpen && spot() && say(), { defer: true }))

  return { isOn: () => spot() !== null, spot, pings, view, toggle, moveTo, ping }
}

// A mouse may report a thousand times a second; nobody sees more than the screen shows. By the clock and not by
// the next painted frame, which a busy machine paints late. The window is the one that the picture is in now: the
// page's own stands still while the video is out in its own window.
function tellEachFrame(screen: () => Window | null | undefined, say: () => void): () => void {
  let saidAt = 0
  let isDue = false

  function sayNow(): void {
    saidAt = performance.now()
    isDue = false
    say()
  }

  // Whether a timer is due is never waited for: one that dies with its window must not silence the pointer.
  return () => {
    const rest = saidAt + frameMs - performance.now()
    if (rest <= 0) return sayNow()
    if (isDue) return
    isDue = true
    screen()?.setTimeout(sayNow, rest)
  }
}

function rounded({ x, y }: Spot): Spot {
  return { x: Math.round(x * 1e4) / 1e4, y: Math.round(y * 1e4) / 1e4 }
}
