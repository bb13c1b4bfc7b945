import Settings from 'lucide-solid/icons/settings-2'
import { createEffect, createSignal, Show } from 'solid-js'
import { later } from '../conversation/later.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import type { ToolMessage } from './control-message.ts'
import type { Spot } from './picture-geometry.ts'
import { createPictureView } from './picture-view.ts'
import { createPings } from './pings.ts'
import { PointerMarks } from './pointer-marks.tsx'
import { readPointer } from './pointer-message.ts'
import type { StageTools, StageView } from './stage-tools.ts'

const mostEarly = 1_000
const DeviceTools = later(() => import('./device-tools.tsx').then((parts) => parts.DeviceTools))
const PhotoDesk = later(() => import('./photo-desk.tsx').then((parts) => parts.PhotoDesk))

/** The customer's end of the operator's tools: shows on the customer's own picture where to look. */
export function makeCustomerTools(stage: StageView): StageTools {
  const { t } = useWords()
  const { line, own } = stage
  const [hasDevices, setDevices] = createSignal(false)
  const [spot, setSpot] = createSignal<Spot | null>(null)
  const { pings, add } = createPings()
  const view = createPictureView(own, () => line.media().mirrored, stage.size)

  const [wantsPhotos, setWantsPhotos] = createSignal(false)
  let early: ToolMessage[] | null = []

  // Photos and drawings are fetched when they are first asked for; what is said meanwhile is kept for them.
  line.tools.listen((message) => {
    if (message instanceof ArrayBuffer || !early) return
    const isFirst = message.t === 'snapshot' || message.t === 'freeze'
    if ((isFirst || wantsPhotos()) && early.length < mostEarly) early.push(message)
    if (isFirst) setWantsPhotos(true)
  })

  function takeEarly(): readonly ToolMessage[] {
    const said = early ?? []
    early = null
    return said
  }

  line.tools.listen((message) => {
    const pointer = readPointer(message)
    if (!pointer) return
    if (pointer.t === 'ping') add(pointer)
    else setSpot(pointer.t === 'point' ? pointer : null)
  })
  // Whoever cannot be heard points at nothing.
  createEffect(() => line.tools.isOpen() || setSpot(null))

  return {
    Buttons: () => (
      <IconButton
        label={t('call.devices')}
        icon={Settings}
        variant="stage"
        aria-haspopup="dialog"
        aria-expanded={hasDevices()}
        onClick={() => setDevices((is) => !is)}
      />
    ),
    Panels: () => (
      <Show when={stage.size() !== 'reduced' && hasDevices()}>
        <DeviceTools stage={stage} onClose={() => setDevices(false)} />
      </Show>
    ),
    Layers: () => (
      <>
        <PointerMarks view={view()} spot={spot()} pings={pings()} />
        <Show when={wantsPhotos()}>
          <PhotoDesk stage={stage} takeEarly={takeEarly} />
        </Show>
      </>
    ),
    // One's own picture is what is being pointed at: it is large for as long.
    isSwapped: () => spot() !== null && line.local() !== null,
  }
}
