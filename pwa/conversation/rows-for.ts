import { type Accessor, type Component, createEffect, createSignal } from 'solid-js'
import type { Entry } from './entry.ts'
import { type Place, PlainRows, type RowsProps } from './plain-rows.tsx'

// Above this the virtualiser is fetched: most conversations never pay for it.
const plainLimit = 200

export interface ChosenRows {
  Rows: Accessor<Component<RowsProps>>
  /** The entries that these rows can bear. */
  shown: Accessor<readonly Entry[]>
  /** What was in view when the rows were exchanged. */
  place: Accessor<Place | null>
}

/** Plain rows while they suffice; then, once and for all, virtual ones. */
export function createRowsFor(
  entries: Accessor<readonly Entry[]>,
  placeInView: () => Place | null,
): ChosenRows {
  const [Rows, setRows] = createSignal<Component<RowsProps>>(PlainRows)
  const [place, setPlace] = createSignal<Place | null>(null)
  const isPlain = () => Rows() === PlainRows

  async function fetchVirtual() {
    const { VirtualRows } = await import('./virtual-rows.tsx')
    if (!isPlain()) return
    setPlace(placeInView())
    setRows(() => VirtualRows)
  }

  createEffect(() => {
    // Without the network the newest stay readable, and the next entry tries again.
    if (entries().length > plainLimit && isPlain()) fetchVirtual().catch(() => {})
  })

  return {
    Rows,
    place,
    shown: () => (isPlain() && entries().length > plainLimit ? entries().slice(-plainLimit) : entries()),
  }
}
