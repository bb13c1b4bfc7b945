import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Visit } from '../../edge/domain/wire.ts'
import { knockEarly } from '../call/early-socket.ts'
import { EdgeError, request } from '../platform/request.ts'
import type { HeadStart } from './head-start.ts'

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

/** Opens the link of this page's address, for as long as it takes. The page itself has asked for the first time. */
export function createVisit({ asked, key, answer }: HeadStart = headStart): OpenedVisit {
  const [opening, setOpening] = createSignal<Opening>(
    answer ? { at: 'opening' } : { at: 'dead', end: 'link-invalid' },
  )
  let body = asked
  let begun = answer
  let askedAgainAt = Number.NEGATIVE_INFINITY
  let pause: ReturnType<typeof setTimeout> | undefined

  async function open() {
    clearTimeout(pause)
    try {
      const first = begun ?? undefined
      begun = null
      const visit = await request<Visit>('POST', '/api/visits', body, { key, begun: first })
      forgetCode()
      if (visit.line) knockEarly(visit.line)
      setOpening({ at: 'open', visit })
    } catch (cause) {
      const end = deadEnds.find((code) => cause instanceof EdgeError && cause.code === code)
      setOpening(end ? { at: 'dead', end } : { at: 'unreachable' })
      if (!end) pause = setTimeout(open, retryMs)
    }
  }

  // It is used up. An address that is copied from here on is the link again.
  function forgetCode() {
    if (body.code) history.replaceState(history.state, '', `#${body.token}`)
    body = { token: body.token }
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

  if (answer) void open()
  addEventListener('online', retry)
  onCleanup(() => {
    removeEventListener('online', retry)
    clearTimeout(pause)
  })
  return { opening, retry, askAgain }
}
