import { type Accessor, createSignal } from 'solid-js'
import type { DrawingTool } from './drawing-message.ts'
import type { Freeze } from './freeze.ts'
import { ledSpot } from './led-spot.ts'
import type { Spot } from './picture-geometry.ts'

/** Draws without a mouse: arrow keys lead it, Enter or Space sets it down and lifts it, Escape takes back what it drew. */
export interface KeyPen {
  /** Where it is, `null` while nobody uses it. */
  spot: Accessor<Spot | null>
  isDown: Accessor<boolean>
  press(event: KeyboardEvent): void
  putAway(): void
}

const middle: Spot = { x: 0.5, y: 0.5 }

export function createKeyPen(freeze: Freeze, tool: Accessor<DrawingTool>): KeyPen {
  const [spot, setSpot] = createSignal<Spot | null>(null)
  const [isDown, setDown] = createSignal(false)

  function lead(to: Spot): void {
    setSpot(to)
    if (isDown()) freeze.extend([to])
  }

  function tip(): void {
    const at = spot() ?? middle
    setSpot(at)
    if (!isDown()) freeze.start(tool(), at)
    setDown(!isDown())
  }

  function takeBack(): void {
    freeze.undo()
    setDown(false)
  }

  function act(event: KeyboardEvent): boolean {
    const to = ledSpot(spot() ?? middle, event)
    if (to) lead(to)
    else if (event.key === 'Enter' || event.key === ' ') tip()
    else if (event.key === 'Escape' && isDown()) takeBack()
    else return false
    return true
  }

  return {
    spot,
    isDown,
    press(event) {
      if (!act(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
    putAway() {
      setDown(false)
      setSpot(null)
    },
  }
}
