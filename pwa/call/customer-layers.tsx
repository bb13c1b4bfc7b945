import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { later } from '../conversation/later.tsx'
import type { ToolMessage } from './control-message.ts'
import { keepEarly } from './keep-early.ts'
import type { Spot } from './picture-geometry.ts'
import { createPictureView } from './picture-view.ts'
import { createPings } from './pings.ts'
import { PointerMarks } from './pointer-marks.tsx'
import { readPointer } from './pointer-message.ts'
import type { StageView } from './stage-tools.ts'

const PhotoDesk = later(() => import('./photo-desk.tsx').then((parts) => parts.PhotoDesk))

export interface CustomerLayersProps {
  stage: StageView
  /** What was said before this was here. */
  takeEarly(): readonly ToolMessage[]
  onPointed(isPointedAt: boolean): void
}

/** Shows on the customer's own picture where to look, and what is drawn on it. */
export function CustomerLayers(props: CustomerLayersProps) {
  const { line, own, size } = props.stage
  const [spot, setSpot] = createSignal<Spot | null>(null)
  const { pings, add } = createPings()
  const view = createPictureView(own, () => line.media().mirrored, size)
  const [wantsPhotos, setWantsPhotos] = createSignal(false)
  const forPhotos = keepEarly()

  // Photos and drawings are fetched when they are first asked for; what is said meanwhile is kept for them.
  function keepForPhotos(message: ToolMessage): void {
    const isFirst = message.t === 'snapshot' || message.t === 'freeze'
    if (isFirst || wantsPhotos()) forPhotos.keep(message)
    if (isFirst) setWantsPhotos(true)
  }

  function point(message: ToolMessage): void {
    const pointer = readPointer(message)
    if (pointer?.t === 'ping') add(pointer)
    else if (pointer) setSpot(pointer.t === 'point' ? pointer : null)
  }

  function take(message: ToolMessage | ArrayBuffer): void {
    if (message instanceof ArrayBuffer) return
    keepForPhotos(message)
    point(message)
  }

  for (const message of props.takeEarly()) take(message)
  line.tools.listen(take)
  // Whoever cannot be heard points at nothing.
  createEffect(() => line.tools.isOpen() || setSpot(null))
  createEffect(() => props.onPointed(spot() !== null))
  onCleanup(() => props.onPointed(false))

  return (
    <>
      <PointerMarks view={view()} spot={spot()} pings={pings()} />
      <Show when={wantsPhotos()}>
        <PhotoDesk stage={props.stage} takeEarly={forPhotos.take} />
      </Show>
    </>
  )
}
