import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import { applyDrawing, type Drawing } from './drawing.ts'
import {
  type DrawingMessage,
  type DrawingTool,
  longestStroke,
  mostPoints,
  writeStroke,
} from './drawing-message.ts'
import type { Spot } from './picture-geometry.ts'
import { dropStill, makeStill, type Still } from './still.ts'
import type { ToolWire } from './tool-wire.ts'

/** A picture that stands still on both sides, to be drawn on. */
export interface Freeze {
  still: Accessor<Still | null>
  drawing: Accessor<Drawing>
  /** Shows the customer's frame; `false` when the browser cannot. */
  begin(frame: Blob): Promise<boolean>
  /** A line grows by each spot; an arrow and a circle end at the newest. */
  start(tool: DrawingTool, spot: Spot): void
  extend(spots: readonly Spot[]): void
  undo(): void
  clear(): void
  end(): void
}

/** `lost` gets what was drawn when the connection breaks off: the customer's page has thawed by then. */
export function createFreeze(wire: ToolWire, lost: (still: Still, drawing: Drawing) => void): Freeze {
  const [still, setStill] = createSignal<Still | null>(null)
  const [drawing, setDrawing] = createSignal<Drawing>([])
  let strokes = 0

  async function begin(frame: Blob): Promise<boolean> {
    const made = await makeStill(frame)
    thaw()
    setStill(made)
    return made !== null
  }

  function draw(message: DrawingMessage): void {
    setDrawing((now) => applyDrawing(now, message))
    wire.tell(message.t === 'stroke' ? writeStroke(message) : message)
  }

  function start(tool: DrawingTool, spot: Spot): void {
    strokes += 1
    draw({ t: 'stroke', id: strokes, tool, from: 0, points: [spot] })
  }

  function extend(spots: readonly Spot[]): void {
    const stroke = drawing().at(-1)
    if (stroke?.id !== strokes) return
    const isLine = stroke.tool === 'line'
    const from = isLine ? stroke.points.length : 1
    const points = isLine ? spots.slice(0, Math.min(mostPoints, longestStroke - from)) : spots.slice(-1)
    if (points.length > 0) draw({ t: 'stroke', id: stroke.id, tool: stroke.tool, from, points })
  }

  function thaw(): void {
    dropStill(still())
    setStill(null)
    setDrawing([])
  }

  function end(): void {
    wire.tell({ t: 'unfreeze' })
    thaw()
  }

  createEffect(() => {
    const now = still()
    if (wire.isOpen() || !now) return
    if (drawing().length > 0) lost(now, drawing())
    thaw()
  })
  onCleanup(thaw)

  return {
    still,
    drawing,
    begin,
    start,
    extend,
    undo: () => draw({ t: 'undo' }),
    clear: () => draw({ t: 'clear' }),
    end,
  }
}
