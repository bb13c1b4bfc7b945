import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import { readPhoto } from './photo-message.ts'
import { assemblePhoto, type PhotoAssembly, photoOfPiece, photoType } from './photo-pieces.ts'
import { isStillId } from './quality/link-word.ts'
import type { ToolWire } from './tool-wire.ts'

// Nothing for so long: the other side has gone, or will not answer.
const patienceMs = 15_000

export interface PhotoRequests {
  /** What is being waited for. */
  asking: Accessor<'snapshot' | 'freeze' | null>
  /** The customer's picture as a file, or `null` when there is none to be had. One at a time. */
  ask(what: 'snapshot' | 'freeze'): Promise<Blob | null>
}

/** The operator's end: asks the customer's page for a photo and puts its pieces together. */
export function createPhotoRequests(wire: ToolWire): PhotoRequests {
  const [asking, setAsking] = createSignal<'snapshot' | 'freeze' | null>(null)
  let lastId = Math.floor(Math.random() * 1e6)
  let assembly: PhotoAssembly | null = null
  let finish: (photo: Blob | null) => void = () => {}
  let late: ReturnType<typeof setTimeout> | undefined

  function ask(what: 'snapshot' | 'freeze'): Promise<Blob | null> {
    end(null)
    setAsking(what)
    wire.tell({ t: what, id: ++lastId })
    wait()
    return new Promise((resolve) => {
      finish = resolve
    })
  }

  function wait(): void {
    clearTimeout(late)
    late = setTimeout(end, patienceMs, null)
  }

  function end(photo: Blob | null): void {
    clearTimeout(late)
    assembly = null
    setAsking(null)
    finish(photo)
    finish = () => {}
  }

  wire.listen((message) => {
    if (!asking()) return
    if (message instanceof ArrayBuffer) return isStillId(photoOfPiece(message)) ? undefined : add(message)
    const photo = readPhoto(message)
    if (!photo || photo.t === 'unfreeze' || photo.id !== lastId) return
    if (photo.t === 'no-photo') end(null)
    if (photo.t === 'photo' && !assembly) assembly = assemblePhoto(photo.id, photo.size)
  })

  function add(piece: ArrayBuffer): void {
    const state = assembly?.add(piece) ?? 'broken'
    if (state === 'more') wait()
    else end(state === 'whole' && assembly ? photoOf(assembly.bytes) : null)
  }

  createEffect(() => wire.isOpen() || end(null))
  onCleanup(() => end(null))
  return { asking, ask }
}

function photoOf(bytes: Uint8Array<ArrayBuffer>): Blob | null {
  const type = photoType(bytes)
  return type && new Blob([bytes], { type })
}
