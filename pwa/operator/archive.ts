import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ArchivePage } from '../../edge/domain/wire.ts'
import { request } from '../platform/request.ts'

export type ArchiveRow = ArchivePage['conversations'][number]

export interface Archive {
  rows: Accessor<readonly ArchiveRow[]>
  state: Accessor<'loading' | 'ready' | 'failed'>
  error: Accessor<unknown>
  hasMore: Accessor<boolean>
  more(): void
  retry(): void
}

const typingPauseMs = 250

/** The archive, newest first, page by page, for the words that are searched. An answer to older words is dropped. */
export function createArchive(words: Accessor<string>): Archive {
  const [rows, setRows] = createSignal<readonly ArchiveRow[]>([])
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading')
  const [error, setError] = createSignal<unknown>(null)
  const [before, setBefore] = createSignal<number | null>(null)
  let current = new AbortController()

  async function load(from: number | null) {
    current.abort()
    const mine = new AbortController()
    current = mine
    setState('loading')
    try {
      const page = await request<ArchivePage>('GET', pathOf(words(), from), undefined, {
        signal: mine.signal,
      })
      setRows((known) => (from === null ? page.conversations : [...known, ...page.conversations]))
      setBefore(page.before)
      setState('ready')
    } catch (cause) {
      if (mine.signal.aborted) return
      setError(cause)
      setState('failed')
    }
  }

  let pause: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on(words, (_, previous) => {
      clearTimeout(pause)
      pause = setTimeout(() => void load(null), previous === undefined ? 0 : typingPauseMs)
    }),
  )
  onCleanup(() => {
    clearTimeout(pause)
    current.abort()
  })

  return {
    rows,
    state,
    error,
    hasMore: () => before() !== null,
    more: () => void (state() === 'ready' && before() !== null && load(before())),
    retry: () => void load(rows().length > 0 ? before() : null),
  }
}

function pathOf(words: string, before: number | null): string {
  const query = new URLSearchParams()
  if (words.trim()) query.set('q', words.trim())
  if (before !== null) query.set('before', String(before))
  return `/api/archive${query.size > 0 ? `?${query}` : ''}`
}
