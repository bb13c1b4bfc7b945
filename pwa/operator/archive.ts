import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { ArchiveFilters } from '../../edge/domain/archive.ts'
import type { ArchivePage } from '../../edge/domain/wire.ts'
import type { ArchiveDesk } from '../offline/archive-desk.ts'
import { EdgeError, request } from '../platform/request.ts'

export type ArchiveRow = ArchivePage['conversations'][number]

export interface Archive {
  rows: Accessor<readonly ArchiveRow[]>
  state: Accessor<'loading' | 'ready' | 'failed'>
  /** Whose word the rows are: without the network they are what this device keeps. */
  source: Accessor<'edge' | 'device'>
  error: Accessor<unknown>
  hasMore: Accessor<boolean>
  more(): void
  retry(): void
}

export interface ArchiveAsked {
  words: Accessor<string>
  filters: Accessor<ArchiveFilters>
  isOffline: Accessor<boolean>
  kept: Pick<ArchiveDesk, 'page'>
}

const typingPauseMs = 250

/** The archive, newest first, page by page, for what is asked. An answer to an older question is dropped. */
export function createArchive({ words, filters, isOffline, kept }: ArchiveAsked): Archive {
  const [rows, setRows] = createSignal<readonly ArchiveRow[]>([])
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading')
  const [source, setSource] = createSignal<'edge' | 'device'>('edge')
  const [error, setError] = createSignal<unknown>(null)
  const [before, setBefore] = createSignal<number | null>(null)
  let current = new AbortController()

  const fromDevice = (from: number | null) =>
    kept.page({ before: from ?? Number.MAX_SAFE_INTEGER, words: words(), filters: filters() })

  async function pageFrom(
    from: number | null,
    signal: AbortSignal,
  ): Promise<['edge' | 'device', ArchivePage]> {
    if (isOffline()) return ['device', await fromDevice(from)]
    try {
      return [
        'edge',
        await request<ArchivePage>('GET', pathOf(words(), filters(), from), undefined, { signal }),
      ]
    } catch (cause) {
      if (!(cause instanceof EdgeError) || cause.status !== 0) throw cause
      return ['device', await fromDevice(from)]
    }
  }

  async function load(from: number | null) {
    current.abort()
    const mine = new AbortController()
    current = mine
    setState('loading')
    try {
      const [whose, page] = await pageFrom(from, mine.signal)
      if (mine.signal.aborted) return
      setRows((known) => (from === null ? page.conversations : [...known, ...page.conversations]))
      setBefore(page.before)
      setSource(whose)
      setState('ready')
    } catch (cause) {
      if (mine.signal.aborted) return
      setError(cause)
      setState('failed')
    }
  }

  let pause: ReturnType<typeof setTimeout> | undefined
  createEffect(
    on([words, filters, isOffline], (now, previous) => {
      clearTimeout(pause)
      const isTyping = previous !== undefined && now[0] !== previous[0]
      pause = setTimeout(() => void load(null), isTyping ? typingPauseMs : 0)
    }),
  )
  onCleanup(() => {
    clearTimeout(pause)
    current.abort()
  })

  return {
    rows,
    state,
    source,
    error,
    hasMore: () => before() !== null,
    more: () => void (state() === 'ready' && before() !== null && load(before())),
    retry: () => void load(rows().length > 0 ? before() : null),
  }
}

function pathOf(words: string, { tag, reason, operatorId }: ArchiveFilters, before: number | null): string {
  const query = new URLSearchParams()
  if (words.trim()) query.set('q', words.trim())
  if (tag) query.set('tag', tag)
  if (reason) query.set('reason', reason)
  if (operatorId) query.set('operator', operatorId)
  if (before !== null) query.set('before', String(before))
  return `/api/archive${query.size > 0 ? `?${query}` : ''}`
}
