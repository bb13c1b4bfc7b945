import { fold } from '../domain/search.ts'
import type { ArchivePage } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import type { Operator } from '../store/operators.ts'
import { archivedSummaries } from '../store/summaries.ts'

const pageSize = 50
/** More than the clock files in one moment. */
const atOnce = 150

/** A page of the archive, newest first; `words` are looked for in messages, names and numbers. */
export async function readArchive(
  reads: Reads,
  operator: Operator,
  query: { before: number; words: string },
): Promise<ArchivePage> {
  // A NUL would end the search expression in the middle of a quoted word.
  const words = query.words.replaceAll(/\p{Cc}/gu, ' ').trim()
  const search = words === '' ? null : searchExpression(words)
  const read = (before: number, limit: number) =>
    archivedSummaries(reads, operator, { before, search, words, limit })
  const page = await read(query.before, pageSize)
  const last = page.length === pageSize ? (page.at(-1)?.archivedAt ?? null) : null
  if (last === null) return { conversations: page, before: null }
  // The clock files many in one moment. The next page begins before it, so this one holds all of it.
  const listed = new Set(page.map(({ id }) => id))
  const others = (await read(last + 1, atOnce)).filter(
    (one) => one.archivedAt === last && !listed.has(one.id),
  )
  return { conversations: [...page, ...others], before: last }
}

/** Every word, the last one as it is being typed. Quoted, so that FTS5's operators are plain words. */
export function searchExpression(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => `"${fold(word).replaceAll('"', '""')}"*`)
    .join(' ')
}
