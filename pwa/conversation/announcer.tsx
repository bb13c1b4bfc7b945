import { createEffect, createSignal, on } from 'solid-js'
import { useWords, type Words } from '../words/words.tsx'
import type { Entry } from './entry.ts'
import { type Reader, systemLine } from './system-line.ts'

// More at once is a reading of the past, not news.
const newsAtOnce = 5

/**
 * Says aloud what is new. The log itself keeps silent: rows that come into view
 * when it is scrolled are additions to the page too, and would all be read out.
 */
export function Announcer(props: Reader & { entries: readonly Entry[] }) {
  const words = useWords()
  const [said, setSaid] = createSignal('')
  createEffect(
    on(
      () => props.entries,
      (entries, before) => {
        const news = newEntries(before ?? [], entries)
        const lines = news.map((entry) => spoken(entry, props, words)).filter(Boolean)
        if (lines.length > 0) setSaid(lines.join('\n'))
      },
    ),
  )
  return (
    <p class="sr-only" aria-live="polite">
      {said()}
    </p>
  )
}

function newEntries(before: readonly Entry[], entries: readonly Entry[]): readonly Entry[] {
  const from = before.length > 0 ? entries.indexOf(before[before.length - 1] as Entry) + 1 : 0
  const news = from > 0 ? entries.slice(from) : []
  return news.length <= newsAtOnce ? news : []
}

function spoken(entry: Entry, reader: Reader, words: Words): string {
  if (entry.kind === 'system') return systemLine(entry.event, reader, words)
  if (entry.side === reader.side) return ''
  const text = entry.kind === 'message' ? entry.text : entry.file.name
  return words.t('conversation.said', { name: entry.authorName ?? reader.otherName, text })
}
