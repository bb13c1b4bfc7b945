import { createEffect, createSignal } from 'solid-js'
import type { Spot } from './picture-geometry.ts'
import { createPictureView } from './picture-view.ts'
import { createPings } from './pings.ts'
import { PointerMarks } from './pointer-marks.tsx'
import { readPointer } from './pointer-message.ts'
import type { StageTools, StageView } from './stage-tools.ts'

/** The customer's end of the operator's tools: shows on the customer's own picture where to look. */
export function makeCustomerTools(stage: StageView): StageTools {
  const { line, own } = stage
  const [spot, setSpot] = createSignal<Spot | null>(null)
  const { pings, add } = createPings()
  const view = createPictureView(own, () => line.media().mirrored)

  line.tools.listen((message) => {
    const pointer = readPointer(message)
    if (!pointer) return
    if (pointer.t === 'ping') add(pointer)
    else setSpot(pointer.t === 'point' ? pointer : null)
  })
  // Whoever cannot be heard points at nothing.
  createEffect(() => line.tools.isOpen() || setSpot(null))

  return {
    Layers: () => <PointerMarks view={view()} spot={spot()} pings={pings()} />,
    // One's own picture is what is being pointed at: it is large for as long.
    isSwapped: () => spot() !== null && line.local() !== null,
  }
}
