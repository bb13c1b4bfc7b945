// What a conversation needs to have files, all but this fetched when it is wanted: most customers send none.

import { type Accessor, type Component, createContext, createSignal, getOwner, runWithOwner } from 'solid-js'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import { Spinner } from '../../ui/spinner.tsx'
import type { AttachmentEntry } from '../entry.ts'
import { type Later, later } from '../later.tsx'
import type { AddMenuProps } from './add-menu.tsx'
import type { AttachmentRowProps } from './attachment-row.tsx'
import { mayHaveKept } from './kept-mark.ts'
import type { UploadTrayProps } from './upload-tray.tsx'
import type { Uploads } from './uploads.ts'

type Parts = typeof import('./attachment-parts.ts')

export interface AttachmentParts {
  Row: Later<AttachmentRowProps>
  Menu: Later<AddMenuProps>
  Tray: Later<UploadTrayProps>
  load(): Promise<Parts>
}

/** `load` brings whatever else the parts want, such as their words. */
export function attachmentParts(load: () => Promise<Parts>): AttachmentParts {
  const part = <Props extends object>(of: (parts: Parts) => Component<Props>, Waiting?: Component) =>
    later<Props>(async () => of(await load()), undefined, Waiting)
  return {
    Row: part((parts) => parts.AttachmentRow, Spinner),
    Menu: part((parts) => parts.AddMenu),
    Tray: part((parts) => parts.UploadTray),
    load,
  }
}

export interface ConversationFiles {
  /** Of the conversation, such as /api/visits/… */
  place: string
  parts: AttachmentParts
  /** `null` until somebody wanted them. */
  uploads: Accessor<Uploads | null>
  add(files: readonly File[]): void
  /** Goes on with what was on its way when the page was closed. */
  wake(): void
  settle(events: readonly AnyEvent[]): void
}

const retryMs = 3_000

export function createConversationFiles(place: string, parts: AttachmentParts): ConversationFiles {
  const [uploads, setUploads] = createSignal<Uploads | null>(null)
  const owner = getOwner()
  const early: File[] = []
  const past: AnyEvent[] = []
  let isLoading = false

  function fetchUploads() {
    if (isLoading || uploads()) return
    isLoading = true
    parts.load().then(
      ({ createUploads }) => {
        const made = runWithOwner(owner, () => createUploads({ place })) ?? null
        setUploads(made)
        made?.settle(past.splice(0))
        made?.add(early.splice(0))
      },
      () => {
        isLoading = false
        setTimeout(fetchUploads, retryMs)
      },
    )
  }

  return {
    place,
    parts,
    uploads,
    wake: () => void (mayHaveKept(place) && fetchUploads()),
    add(files) {
      const ready = uploads()
      if (ready) return ready.add(files)
      early.push(...files)
      fetchUploads()
    },
    settle(events) {
      const ready = uploads()
      if (ready) ready.settle(events)
      else past.push(...events.filter(({ type }) => type === 'attachment.shared'))
    },
  }
}

/** For the rows of the log, however deep they lie. */
export interface FilesAround {
  files: ConversationFiles
  photos: Accessor<readonly AttachmentEntry[]>
  /** Addresses of small pictures that this device keeps, where there is no network for others. */
  pictures: Readonly<Record<string, string>>
}

export const FilesContext = createContext<FilesAround>()
