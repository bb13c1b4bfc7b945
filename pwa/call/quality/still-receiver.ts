import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { assemblePhoto, type PhotoAssembly, photoOfPiece, photoType } from '../photo-pieces.ts'
import { dropStill, makeStill, type Still } from '../still.ts'
import type { ToolWire } from '../tool-wire.ts'
import { isStillId, readLink } from './link-word.ts'

export interface StillReceiver {
  /** The newest picture. */
  still: Accessor<Still | null>
  /** How many came. */
  count(): number
  /** The picture moves again. */
  clear(): void
}

/** Puts the other side's stills together, and tells it when each has been seen. */
export function createStillReceiver(wire: ToolWire): StillReceiver {
  const [still, setStill] = createSignal<Still | null>(null)
  let coming: { id: number; assembly: PhotoAssembly } | null = null
  let count = 0

  wire.listen((message) => {
    if (message instanceof ArrayBuffer) return add(message)
    const word = readLink(message)
    // A new one is announced: the rest of the last will not come.
    if (word?.t === 'still') coming = { id: word.id, assembly: assemblePhoto(word.id, word.size) }
  })

  function add(piece: ArrayBuffer): void {
    const id = photoOfPiece(piece)
    if (!coming || !isStillId(id) || id !== coming.id) return
    const state = coming.assembly.add(piece)
    if (state === 'more') return
    const { bytes } = coming.assembly
    coming = null
    if (state === 'whole' && photoType(bytes) === 'image/jpeg') void show(id, bytes)
  }

  async function show(id: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const made = await makeStill(new Blob([bytes], { type: 'image/jpeg' }))
    if (!made) return
    count += 1
    put(made)
    wire.tell({ t: 'still-seen', id })
  }

  function put(next: Still | null): void {
    dropStill(still())
    setStill(next)
  }

  onCleanup(() => dropStill(still()))
  return { still, count: () => count, clear: () => put(null) }
}
