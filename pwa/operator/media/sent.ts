import { createEffect, createMemo, createSignal, on } from 'solid-js'
import type { ConversationFiles } from '../../conversation/attachments/conversation-files.ts'
import type { Upload } from '../../conversation/attachments/upload.ts'
import type { Compartment } from './compartments.ts'

/** What the panel has sent off, compartment by compartment, for as long as it is open. */
export function createSent(files: ConversationFiles) {
  const [origins, setOrigins] = createSignal<ReadonlyMap<string, Compartment>>(new Map())
  const [waiting, setWaiting] = createSignal<readonly { compartment: Compartment; files: File[] }[]>([])
  const list = () => files.uploads()?.list() ?? []
  // The code that sends is fetched when it is first wanted: now.
  files.add([])

  createEffect(
    on([files.uploads, waiting], ([uploads, [first, ...rest]]) => {
      if (!uploads || !first) return
      const before = new Set(uploads.list().map(({ id }) => id))
      uploads.add(first.files)
      const fresh = uploads.list().filter(({ id }) => !before.has(id))
      setOrigins((known) => new Map([...known, ...fresh.map(({ id }) => [id, first.compartment] as const)]))
      setWaiting(rest)
    }),
  )

  const here = createMemo(() => new Set(list().map(({ id }) => id)))
  return {
    of: (compartment: Compartment) =>
      list().filter((upload) => (origins().get(upload.id) ?? placeOf(upload)) === compartment),
    /** How many of them have come through. */
    arrived: (compartment: Compartment) =>
      [...origins()].filter(([id, origin]) => origin === compartment && !here().has(id)).length,
    send: (compartment: Compartment, chosen: File[]) =>
      void setWaiting((before) => [...before, { compartment, files: chosen }]),
    cancel(id: string) {
      setOrigins((known) => new Map([...known].filter(([other]) => other !== id)))
      files.uploads()?.cancel(id)
    },
  }
}

/** Those that were under way before: by the plus, or by the panel when it was last open. */
function placeOf(upload: Upload): Compartment | null {
  const kind = upload.kind()
  if (kind === 'photo') return 'photos'
  return kind === 'video' ? 'videos' : null
}
