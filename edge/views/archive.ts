import type { ArchivePage } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import type { Operator } from '../store/operators.ts'
import { archivedSummaries } from '../store/summaries.ts'

const pageSize = 50

/** A page of the archive, newest first; `words` are looked for in messages, names and numbers. */
export async function readArchive(
  reads: Reads,
  operator: Operator,
  query: { before: number; words: string },
): Promise<ArchivePage> {
  const words = query.words.trim()
  const search = words === '' ? null : searchExpression(words)
  const conversations = await archivedSummaries(reads, operator, {
    before: query.before,
    search,
    words,
    limit: pageSize,
  })
  const more = conversations.length === pageSize
  return { conversations, before: more ? (conversations.at(-1)?.archivedAt ?? null) : null }
}

/** Every word, the last one as it is being typed. Quoted, so that FTS5's operators are plain words. */
export function searchExpression(words: string): string {
  return words
    .split(/\s+/)
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ')
}
