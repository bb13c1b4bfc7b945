import { createEffect, createSignal, on } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { useWords, type Words } from '../words/words.tsx'
import type { Entry } from './entry.ts'
import { systemLine } from './system-line.ts'

// More at once is a reading of the past, not news.
const newsAtOnce = 5

/**
 * Says aloud what is new. The log itself keeps silent: rows that come into view
 * when it is scrolled are additions to the page too, and would all be read out.
 */
export function Announcer(props: { entries: readonly Entry[]; side: Side }) {
  const words = useWords()
  const [said, setSaid] = createSignal('')
  createEffect(
    on(
      () => props.entries,
      (entries, before) => {
        const news = newEntries(before ?? [], entries)
        const lines = news.map((entry) => spoken(entry, props.side, words)).filter(Boolean)
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

function spoken(entry: Entry, side: Side, words: Words): string {
  if (entry.kind === 'system') return systemLine(entry.event, side, words)
  if (entry.side === side) return ''
  const name = entry.authorName ?? words.t(`conversation.${entry.side}`)
  return words.t('conversation.said', { name, text: entry.text })
}
