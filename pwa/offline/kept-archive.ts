// The archive as a device has it: asked like the edge's (edge/views/archive.ts), and answered alike.

import { type ArchiveFilters, archivePage, readSearch } from '../../edge/domain/archive.ts'
import type { AnyEvent } from '../../edge/domain/events.ts'
import { excerptOf, fold } from '../../edge/domain/search.ts'
import { inTagOrder } from '../../edge/domain/tag.ts'
import type { ArchivePage, ConversationSummary, History } from '../../edge/domain/wire.ts'
import { createSearchIndex } from './search-index.ts'

export interface ArchiveQuestion {
  before: number
  words: string
  filters: ArchiveFilters
}

export interface KeptArchive {
  put(history: History): void
  drop(id: string): void
  page(question: ArchiveQuestion): Promise<ArchivePage>
  tags(): string[]
}

interface Kept {
  summary: ConversationSummary
  foldedName: string
  /** What was said, by the event's place in the log. */
  said: Map<number, string>
}

export function createKeptArchive(): KeptArchive {
  const all = new Map<string, Kept>()
  const index = createSearchIndex()
  let ordered: Kept[] | null = null

  function inOrder(): Kept[] {
    ordered ??= [...all.values()].sort(byTime)
    return ordered
  }

  function drop(id: string) {
    index.remove(id)
    all.delete(id)
    ordered = null
  }

  return {
    drop,
    put(history) {
      const { conversation: summary, events } = history
      drop(summary.id)
      // The edge's archive holds what is filed; what is still under way is kept for its own sake.
      if (summary.state !== 'archived') return
      const said = new Map(events.flatMap(saidIn))
      for (const [seq, text] of said) index.add(summary.id, seq, text)
      all.set(summary.id, { summary, foldedName: fold(summary.customer.name), said })
    },
    page({ before, words, filters }) {
      const search = readSearch(words)
      const hits = search === '' ? null : index.find(search)
      const name = fold(search)
      const fits = ({ summary, foldedName }: Kept) =>
        passes(summary, filters) &&
        (!hits ||
          hits.has(summary.id) ||
          foldedName.includes(name) ||
          summary.customer.phone.includes(search))
      const found = inOrder().filter(fits)
      const listed = ({ summary, said }: Kept) => {
        const hit = hits?.get(summary.id)
        return { ...summary, excerpt: hit === undefined ? null : excerptOf(said.get(hit) ?? '', search) }
      }
      return archivePage(async (until, limit) => {
        const from = found.findIndex(({ summary }) => (summary.archivedAt ?? 0) < until)
        return from < 0 ? [] : found.slice(from, from + limit).map(listed)
      }, before)
    },
    tags() {
      const spelled = new Map<string, string>()
      for (const tag of inOrder().flatMap(({ summary }) => summary.tags)) {
        const known = spelled.get(fold(tag))
        if (known === undefined || tag < known) spelled.set(fold(tag), tag)
      }
      return inTagOrder([...spelled.values()])
    },
  }
}

function passes(summary: ConversationSummary, { tag, reason, operatorId }: ArchiveFilters): boolean {
  return (
    (tag === null || summary.tags.some((own) => fold(own) === fold(tag))) &&
    (reason === null || summary.reason === reason) &&
    (operatorId === null || summary.operator?.id === operatorId)
  )
}

/** What the edge's triggers put into its index: messages, notes, and the names of files. */
function saidIn(event: AnyEvent): [number, string][] {
  if (event.type === 'message.posted' || event.type === 'note.written') return [[event.seq, event.data.text]]
  return event.type === 'attachment.shared' ? [[event.seq, event.data.name]] : []
}

function byTime({ summary: one }: Kept, { summary: other }: Kept): number {
  return (other.archivedAt ?? 0) - (one.archivedAt ?? 0) || (one.id < other.id ? 1 : -1)
}
