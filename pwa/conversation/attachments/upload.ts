// One file on its way, from the choice to the event that tells of its arrival.

import { type Accessor, createSignal } from 'solid-js'
import type { AttachmentKind, FileProblem } from '../../../edge/domain/attachment.ts'
import { EdgeError } from '../../platform/edge-error.ts'

export type UploadProblem = FileProblem | 'conversation-full' | 'over' | 'fault'

export type UploadState =
  | { at: 'preparing' | 'waiting' | 'sending' }
  /** The connection is lost; it goes on by itself. */
  | { at: 'paused' }
  /** All of it is there, and the event is about to come. */
  | { at: 'sent' }
  /** Trying the same again would be answered in the same way. */
  | { at: 'refused'; problem: UploadProblem }

export interface Upload {
  id: string
  name: Accessor<string>
  size: Accessor<number>
  kind: Accessor<AttachmentKind | null>
  /** The address of a small picture, for photos. */
  thumbnail: Accessor<string | null>
  /** Bytes. */
  sent: Accessor<number>
  state: Accessor<UploadState>
}

export function makeUpload(id: string, given: { name: string; size: number }) {
  const [facts, setFacts] = createSignal<{ name: string; size: number; kind: AttachmentKind | null }>({
    ...given,
    kind: null,
  })
  const [thumbnail, setThumbnail] = createSignal<string | null>(null)
  const [sent, setSent] = createSignal(0)
  const [state, setState] = createSignal<UploadState>({ at: 'preparing' })
  const upload: Upload = {
    id,
    name: () => facts().name,
    size: () => facts().size,
    kind: () => facts().kind,
    thumbnail,
    sent,
    state,
  }
  return { upload, setFacts, setThumbnail, setSent, setState }
}

/** `null` for what passes by itself: no connection, a busy edge, an offset that moved on meanwhile. */
export function problemIn(cause: unknown, isOpen: boolean): UploadProblem | null {
  if (!(cause instanceof EdgeError)) return 'fault'
  const { status, details, code } = cause
  if (details.problem) return details.problem as UploadProblem
  if (status === 0 || status === 429 || status >= 500) return null
  if (status === 409 && isOpen && code === 'wrong-state') return null
  return status === 409 || status === 403 || status === 401 || status === 404 ? 'over' : 'fault'
}
