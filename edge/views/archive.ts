import { type ArchiveFilters, archivePage, readSearch, wordsOf } from '../domain/archive.ts'
import { notFound } from '../domain/refusal.ts'
import type { ArchiveMark, ArchivePage, History } from '../domain/wire.ts'
import { archiveMarks } from '../store/archive-marks.ts'
import type { Reads } from '../store/database.ts'
import type { Operator } from '../store/operators.ts'
import { archivedSummaries } from '../store/summaries.ts'
import { tagsWithin } from '../store/tags.ts'
import { readHistory } from './history.ts'

/** A page of the archive, newest first; `words` are looked for in messages, notes, files, names and numbers. */
export async function readArchive(
  reads: Reads,
  operator: Operator,
  query: { before: number; words: string; filters: ArchiveFilters },
): Promise<ArchivePage> {
  const words = readSearch(query.words)
  const search = words === '' ? null : searchExpression(words)
  return archivePage(
    (before, limit) =>
      archivedSummaries(reads, operator, { before, search, words, limit, filters: query.filters }),
    query.before,
  )
}

/** Every word, the last one as it is being typed. Quoted, so that FTS5's operators are plain words. */
export function searchExpression(words: string): string {
  return wordsOf(words)
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ')
}

/** Which conversations a device may keep, and how far each goes: of these last days, or of these ids. */
export async function readMarks(
  reads: Reads,
  operator: Operator,
  wanted: { archivedSince: number; ids: readonly string[] },
): Promise<ArchiveMark[]> {
  return archiveMarks(reads, operator, wanted)
}

const copyEvents = 2_000

/** Conversations for a device to keep. What is out of reach is left out, as it does not exist. */
export async function readCopies(
  reads: Reads,
  operator: Operator,
  ids: readonly string[],
): Promise<History[]> {
  const page = { before: Number.MAX_SAFE_INTEGER, limit: copyEvents }
  const found = await Promise.all(ids.map((id) => maybe(readHistory(reads, operator, id, page))))
  return found.filter((history) => history !== null)
}

export function readTags(reads: Reads, operator: Operator): Promise<string[]> {
  return tagsWithin(reads, operator)
}

const missing = notFound('conversation').code

async function maybe<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((cause: { code?: unknown }) => {
    if (cause.code === missing) return null
    throw cause
  })
}
