import { type Accessor, type Component, createEffect, createSignal } from 'solid-js'
import { shownPart } from '../ui/shown-part.ts'
import type { Entry } from './entry.ts'
import { type Place, PlainRows, type RowsProps } from './plain-rows.tsx'

// Above this the virtualiser is fetched: most conversations never pay for it.
const plainLimit = 200

export interface ChosenRows {
  /** Whichever they are at the moment. */
  Rows: Component<RowsProps>
  /** The entries that these rows can bear. */
  shown: Accessor<readonly Entry[]>
  /** What was in view when the rows were exchanged. */
  place: Accessor<Place | null>
}

/** Plain rows while they suffice; then, once and for all, virtual ones. */
export function createRowsFor(
  entries: Accessor<readonly Entry[]>,
  /** The box whose place is to be kept; none while it is held at its end. */
  boxInView: () => HTMLElement | undefined,
): ChosenRows {
  const [Rows, setRows] = createSignal<Component<RowsProps>>(PlainRows)
  const [place, setPlace] = createSignal<Place | null>(null)
  const isPlain = () => Rows() === PlainRows

  async function fetchVirtual() {
    const { VirtualRows, placeIn } = await import('./virtual-rows.tsx')
    if (!isPlain()) return
    const box = boxInView()
    setPlace(box ? placeIn(box) : null)
    setRows(() => VirtualRows)
  }

  createEffect(() => {
    // Without the network the newest stay readable, and the next entry tries again.
    if (entries().length > plainLimit && isPlain()) fetchVirtual().catch(() => {})
  })

  return {
    Rows: (props) => shownPart(Rows, props),
    place,
    shown: () => (isPlain() && entries().length > plainLimit ? entries().slice(-plainLimit) : entries()),
  }
}
