// The customer's end of photos and drawings. It is fetched when the operator first asks for one.

import Camera from 'lucide-solid/icons/camera'
import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { useWords } from '../words/words.tsx'
import type { ToolMessage } from './control-message.ts'
import { applyDrawing, type Drawing } from './drawing.ts'
import { readDrawing } from './drawing-message.ts'
import { FrozenPicture } from './frozen-picture.tsx'
import { readPhoto } from './photo-message.ts'
import { cutPhoto } from './photo-pieces.ts'
import type { StageView } from './stage-tools.ts'
import { dropStill, makeStill, type Still } from './still.ts'
import { grabFrame, takePhoto } from './take-photo.ts'

const noticeMs = 4_000

export interface PhotoDeskProps {
  stage: StageView
  /** What was said before this was here. */
  takeEarly(): readonly ToolMessage[]
}

export function PhotoDesk(props: PhotoDeskProps) {
  const { t } = useWords()
  const { line, own, remoteName } = props.stage
  const [still, setStill] = createSignal<Still | null>(null)
  const [drawing, setDrawing] = createSignal<Drawing>([])
  const [wasTaken, setTaken] = createSignal(false)
  let hiding: ReturnType<typeof setTimeout> | undefined

  function take(message: ToolMessage | ArrayBuffer): void {
    if (message instanceof ArrayBuffer) return
    const stroke = readDrawing(message)
    if (stroke) setDrawing((now) => applyDrawing(now, stroke))
    const photo = readPhoto(message)
    if (photo?.t === 'snapshot') void answer(photo.id, shoot)
    if (photo?.t === 'freeze') void answer(photo.id, freeze)
    if (photo?.t === 'unfreeze') thaw()
  }

  async function answer(id: number, make: (video: HTMLVideoElement) => Promise<Blob | null>): Promise<void> {
    const video = own()
    const blob = video && line.local() ? await make(video) : null
    if (!blob) return line.tools.tell({ t: 'no-photo', id })
    line.tools.tell({ t: 'photo', id, size: blob.size })
    for (const piece of cutPhoto(id, new Uint8Array(await blob.arrayBuffer()))) {
      await line.tools.drained()
      line.tools.tell(piece)
    }
  }

  async function shoot(video: HTMLVideoElement): Promise<Blob | null> {
    const track = line.local()?.getVideoTracks()[0]
    const photo = track ? await takePhoto(video, track) : null
    if (photo) sayTaken()
    return photo
  }

  async function freeze(video: HTMLVideoElement): Promise<Blob | null> {
    const frame = await grabFrame(video)
    const frozen = frame && (await makeStill(frame))
    if (!frozen) return null
    thaw()
    setStill(frozen)
    return frame
  }

  function thaw(): void {
    dropStill(still())
    setStill(null)
    setDrawing([])
  }

  function sayTaken(): void {
    setTaken(true)
    clearTimeout(hiding)
    hiding = setTimeout(() => setTaken(false), noticeMs)
  }

  for (const message of props.takeEarly()) take(message)
  line.tools.listen(take)
  // Nobody is there any more to thaw it.
  createEffect(() => line.tools.isOpen() || thaw())
  onCleanup(() => {
    clearTimeout(hiding)
    thaw()
  })

  return (
    <>
      <Show when={still()}>{(frozen) => <FrozenPicture still={frozen()} drawing={drawing()} />}</Show>
      <p
        role="status"
        class="pointer-events-none absolute inset-x-3 top-16 flex justify-center [@container_(max-height:12rem)]:top-3"
      >
        <Show when={wasTaken()}>
          <span class="flex items-center gap-2 rounded-full bg-stage-raised/90 px-3 py-1.5 text-sm appear">
            <Camera class="size-4" />
            {t('call.photo-taken', { name: remoteName() })}
          </span>
        </Show>
      </p>
    </>
  )
}
