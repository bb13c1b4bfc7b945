import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Visit } from '../../edge/domain/wire.ts'
import { randomId } from '../platform/random-id.ts'
import { EdgeError, request } from '../platform/request.ts'
import { handoverCode, linkToken } from './link-token.ts'
import { whenSeen } from './when-seen.ts'

/** Why a link leads nowhere. Each has its sentence and what to do next. */
export const deadEnds = [
  'link-invalid',
  'link-expired',
  'link-withdrawn',
  'opened-elsewhere',
  'handed-over',
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
  /** The edge no longer knows this visitor: the link is asked why. */
  askAgain(): void
}

const retryMs = 4_000
const askAgainMs = 30_000

/** Opens the link of this page's address, once somebody looks at it, and for as long as it takes. */
export function createVisit(hash: string, seen: Promise<void> = whenSeen()): OpenedVisit {
  const token = linkToken(hash)
  const [opening, setOpening] = createSignal<Opening>(
    token ? { at: 'opening' } : { at: 'dead', end: 'link-invalid' },
  )
  // One intent: however often it is tried, the link is opened once.
  const key = randomId()
  let code = handoverCode(hash)
  let askedAgainAt = Number.NEGATIVE_INFINITY
  let pause: ReturnType<typeof setTimeout> | undefined

  async function open() {
    clearTimeout(pause)
    try {
      const visit = await request<Visit>('POST', '/api/visits', code ? { token, code } : { token }, { key })
      forgetCode()
      setOpening({ at: 'open', visit })
    } catch (cause) {
      const end = deadEnds.find((code) => cause instanceof EdgeError && cause.code === code)
      setOpening(end ? { at: 'dead', end } : { at: 'unreachable' })
      if (!end) pause = setTimeout(open, retryMs)
    }
  }

  // It is used up. An address that is copied from here on is the link again.
  function forgetCode() {
    if (code) history.replaceState(history.state, '', `#${token}`)
    code = null
  }

  function askAgain() {
    // The link opens, and yet nobody is known: what the page sends has no cookie with it.
    if (Date.now() - askedAgainAt < askAgainMs) return void setOpening({ at: 'dead', end: 'not-signed-in' })
    askedAgainAt = Date.now()
    setOpening({ at: 'opening' })
    void open()
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
  return { opening, retry, askAgain }
}
