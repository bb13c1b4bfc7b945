import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Visit } from '../../edge/domain/wire.ts'
import { randomId } from '../platform/random-id.ts'
import { EdgeError, request } from '../platform/request.ts'
import { linkToken } from './link-token.ts'
import { whenSeen } from './when-seen.ts'

/** Why a link leads nowhere. Each has its sentence and what to do next. */
export const deadEnds = [
  'link-invalid',
  'link-expired',
  'link-withdrawn',
  'opened-elsewhere',
  'not-signed-in',
] as const
export type DeadEnd = (typeof deadEnds)[number]

export type Opening =
  | { at: 'opening' }
  | { at: 'unreachable' }
  | { at: 'dead'; end: DeadEnd }
  | { at: 'open'; visit: Visit }

export interface OpenedVisit {
  opening: Accessor<Opening>
  /** Tries again now. */
  retry(): void
  /** The edge no longer knows this visitor. */
  lose(end: DeadEnd): void
}

const retryMs = 4_000

/** Opens the link of this page's address, once somebody looks at it, and for as long as it takes. */
export function createVisit(hash: string, seen: Promise<void> = whenSeen()): OpenedVisit {
  const token = linkToken(hash)
  const [opening, setOpening] = createSignal<Opening>(
    token ? { at: 'opening' } : { at: 'dead', end: 'link-invalid' },
  )
  // One intent: however often it is tried, the link is opened once.
  const key = randomId()
  let pause: ReturnType<typeof setTimeout> | undefined

  async function open() {
    clearTimeout(pause)
    try {
      setOpening({ at: 'open', visit: await request<Visit>('POST', '/api/visits', { token }, { key }) })
    } catch (cause) {
      const end = deadEnds.find((code) => cause instanceof EdgeError && cause.code === code)
      setOpening(end ? { at: 'dead', end } : { at: 'unreachable' })
      if (!end) pause = setTimeout(open, retryMs)
    }
  }

  function retry() {
    if (opening().at === 'unreachable') void open()
  }

  if (token) void seen.then(open)
  addEventListener('online', retry)
  onCleanup(() => {
    removeEventListener('online', retry)
    clearTimeout(pause)
  })
  return { opening, retry, lose: (end) => setOpening({ at: 'dead', end }) }
}
