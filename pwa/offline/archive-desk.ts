// The copies of conversations on this device: sealed on its disk, searched in memory. It lives in a worker of its own,
// because opening thousands of records would stop the page for seconds.

import type { ConversationId } from '../../edge/domain/ids.ts'
import type { ArchivePage, History } from '../../edge/domain/wire.ts'
import type { DeviceShelves } from './device-shelves.ts'
import { type ArchiveQuestion, createKeptArchive, type KeptArchive } from './kept-archive.ts'
import { openBytes, type Sealed, seal, sealBytes, unseal } from './seal.ts'

/** What is known of a copy without opening it. */
export interface CopyMark {
  id: ConversationId
  /** How far it goes, and the customer's name in it: what differs from the edge's mark is out of date. */
  seq: number
  name: string
  archivedAt: number | null
  /** Somebody asked for it: it stays, whatever its age. */
  pinned: boolean
  /** On the disk, with its pictures. */
  bytes: number
}

interface CopyRow {
  mark: Sealed
  body: Sealed
}

export interface ArchiveDesk {
  /** Resolves with the bytes by which the copies have grown. */
  keep(histories: readonly History[], pinned?: boolean): Promise<number>
  drop(ids: readonly string[]): Promise<void>
  marks(): Promise<CopyMark[]>
  history(id: string): Promise<History | null>
  keepPicture(conversationId: string, attachmentId: string, picture: Blob): Promise<number>
  /** Small pictures of a conversation, by their attachments' ids. */
  pictures(conversationId: string): Promise<Record<string, Blob>>
  page(question: ArchiveQuestion): Promise<ArchivePage>
  tags(): Promise<string[]>
  /** Another tab changed these. */
  forget(ids: readonly string[]): Promise<void>
  empty(): Promise<void>
}

const atOnce = 50

export function createArchiveDesk(shelves: DeviceShelves): ArchiveDesk {
  const { copies } = shelves
  let archive: Promise<KeptArchive> | null = null

  const key = async () => (await shelves.key())?.key ?? null

  /** In memory, once something is asked of it. */
  function opened(): Promise<KeptArchive> {
    archive ??= readAll()
    return archive
  }

  async function readAll(): Promise<KeptArchive> {
    const made = createKeptArchive()
    await eachCopy(read, (history) => made.put(history))
    return made
  }

  /** A few at a time: all of them may be more than there is memory for. */
  async function eachCopy<T>(open: (id: string) => Promise<T | null>, take: (found: T) => void) {
    const ids = (await copies.places()).map(String)
    for (let at = 0; at < ids.length; at += atOnce)
      for (const found of await Promise.all(ids.slice(at, at + atOnce).map(open))) if (found) take(found)
  }

  async function read(id: string): Promise<History | null> {
    const [found, row] = await Promise.all([key(), copies.get(id) as Promise<CopyRow | undefined>])
    return found && row ? unseal<History>(found, row.body) : null
  }

  async function markIn(found: CryptoKey, row: CopyRow): Promise<CopyMark | null> {
    return unseal<CopyMark>(found, row.mark)
  }

  async function markOf(id: string): Promise<CopyMark | null> {
    const [found, row] = await Promise.all([key(), copies.get(id) as Promise<CopyRow | undefined>])
    return found && row ? markIn(found, row) : null
  }

  async function write(found: CryptoKey, history: History, pinned: boolean): Promise<number> {
    const { conversation, events } = history
    const before = await markOf(conversation.id)
    const body = await seal(found, history)
    const mark: CopyMark = {
      id: conversation.id,
      seq: events.at(-1)?.seq ?? 0,
      name: conversation.customer.name,
      archivedAt: conversation.archivedAt,
      pinned: pinned || before?.pinned === true,
      bytes: body.data.byteLength + (await pictureBytes(conversation.id)),
    }
    await copies.put(conversation.id, { mark: await seal(found, mark), body } satisfies CopyRow)
    void (await archive)?.put(history)
    return mark.bytes - (before?.bytes ?? 0)
  }

  async function pictureRows(id: string): Promise<[string, Sealed][]> {
    const kept = (await shelves.pictures.get(id)) as Record<string, Sealed> | undefined
    return Object.entries(kept ?? {})
  }

  async function pictureBytes(id: string): Promise<number> {
    return (await pictureRows(id)).reduce((sum, [, { data }]) => sum + data.byteLength, 0)
  }

  return {
    async keep(histories, pinned = false) {
      const found = await key()
      let grown = 0
      if (found) for (const history of histories) grown += await write(found, history, pinned)
      return grown
    },
    async drop(ids) {
      for (const id of ids) {
        await Promise.all([copies.remove(id), shelves.pictures.remove(id)])
        void (await archive)?.drop(id)
      }
    },
    async marks() {
      const marks: CopyMark[] = []
      await eachCopy(markOf, (mark) => marks.push(mark))
      return marks
    },
    history: read,
    async keepPicture(id, attachmentId, picture) {
      const found = await key()
      if (!found) return 0
      const sealed = await sealBytes(found, await picture.arrayBuffer())
      const others = Object.fromEntries(await pictureRows(id))
      const grown = sealed.data.byteLength - (others[attachmentId]?.data.byteLength ?? 0)
      await shelves.pictures.put(id, { ...others, [attachmentId]: sealed })
      const row = (await copies.get(id)) as CopyRow | undefined
      const mark = row && (await markIn(found, row))
      if (!mark) return 0
      const heavier = { ...mark, bytes: mark.bytes + grown }
      await copies.put(id, { ...row, mark: await seal(found, heavier) })
      return grown
    },
    async pictures(id) {
      const found = await key()
      const opened: Record<string, Blob> = {}
      for (const [attachmentId, sealed] of await pictureRows(id)) {
        const bytes = found && (await openBytes(found, sealed))
        if (bytes) opened[attachmentId] = new Blob([bytes], { type: 'image/jpeg' })
      }
      return opened
    },
    page: async (question) => (await opened()).page(question),
    tags: async () => (await opened()).tags(),
    async forget(ids) {
      if (!archive) return
      const kept = await archive
      for (const id of ids) {
        const history = await read(id)
        if (history) kept.put(history)
        else kept.drop(id)
      }
    },
    async empty() {
      archive = null
      await shelves.emptyArchive()
    },
  }
}
