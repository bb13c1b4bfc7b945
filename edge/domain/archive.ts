// How the archive is asked, by the edge and by a device without the network: the same pages in the same order.

import type { EndReason } from './conversation.ts'
import type { ArchivePage } from './wire.ts'

export interface ArchiveFilters {
  tag: string | null
  reason: EndReason | 'not-filed' | null
  operatorId: string | null
}

export const noFilters: ArchiveFilters = { tag: null, reason: null, operatorId: null }

const pageSize = 50
/** More than the clock files in one moment. */
const atOnce = 150

/** Newest first, and of one moment by id, downwards. `read` answers with what was archived before a time. */
export async function archivePage(
  read: (before: number, limit: number) => Promise<ArchivePage['conversations']>,
  before: number,
): Promise<ArchivePage> {
  const page = await read(before, pageSize)
  const last = page.length === pageSize ? (page.at(-1)?.archivedAt ?? null) : null
  if (last === null) return { conversations: page, before: null }
  // The clock files many in one moment. The next page begins before it, so this one holds all of it.
  const listed = new Set(page.map(({ id }) => id))
  const others = (await read(last + 1, atOnce)).filter(
    (one) => one.archivedAt === last && !listed.has(one.id),
  )
  return { conversations: [...page, ...others], before: last }
}

/** What was typed, without what no text holds: a NUL would end a search in the middle of a word. */
export function readSearch(text: string): string {
  return text
    .slice(0, 200)
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
}

/**
 * What is looked for, one by one; each stands for a word, or for several in a row where it holds more than letters.
 * Only ı is folded here: the index folds the rest its own way, and keeps marks that `fold` takes off, as in й.
 */
export function wordsOf(search: string): string[] {
  return search.split(/\s+/).map((word) => word.normalize('NFC').replaceAll('ı', 'i'))
}
