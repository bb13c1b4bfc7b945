import type { RestartWord } from '../../edge/domain/restart.ts'
import type { RestartAnswer } from '../../edge/domain/wire.ts'
import { eagerEvery, patientEvery } from './reconnect-plan.ts'

export interface RestartExchangeOptions {
  send(word: RestartWord | null, signal: AbortSignal): Promise<RestartAnswer>
  /** Our latest word. */
  word(): RestartWord | null
  heard(theirs: RestartWord | null): void
  /** Nothing has been reached for a moment; told again and again. */
  doubtful(): void
  /** Nothing is reached, for longer than the network is slow; told again and again. */
  away(): void
  /** What was not reached is reached again. */
  back(): void
  /** Whether to go on asking. */
  goesOn(): boolean
}

/** Asks the edge for the other side's word, again and again: a network that is away swallows requests silently. */
export interface RestartExchange {
  /** Asks now, and goes on as long as it is wanted. */
  ask(): void
  /** There is reason to believe that the network is back: requests that hang are not waited for any longer. */
  hope(): void
  isAway(): boolean
  /** When the edge last answered. */
  reachedAt(): number
  stop(): void
}

// Chromium has six connections for a server. One that it tries to open in a dead network is tried on for minutes,
// with ever longer pauses, even after we have given up; six of those, and nothing gets through for half a minute
// after the network is back. So few are tried while there is no hope, and more than enough when there is.
const patient = { atOnce: 2, lifeMs: 120_000 }
const hopeful = { atOnce: 4, forMs: 4_000 }
// A network that takes its time must not be taken for one that is away: what was said would be taken back and said
// anew before it could be answered, for ever.
const doubtMs = 1_200
const awayMs = 4_000
// The other side answers within moments, or not soon.
const eagerMs = 3_000

export function makeRestartExchange(options: RestartExchangeOptions): RestartExchange {
  const { send, word, heard, doubtful, away, back, goesOn } = options
  const flying: AbortController[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let reachedAt = 0
  let eagerUntil = 0
  let hopefulUntil = 0
  let slowest = 0
  let isAway = false

  function ask(): void {
    if (timer === undefined) reachedAt = Date.now()
    eagerUntil = Date.now() + eagerMs
    tick()
  }

  // What hangs from before is worth nothing. Of what is sent now the oldest is left the time that it takes.
  function hope(): void {
    if (Date.now() > hopefulUntil) for (const each of flying.splice(0)) each.abort()
    hopefulUntil = Date.now() + hopeful.forMs
    ask()
  }

  function tick(): void {
    clearTimeout(timer)
    timer = setTimeout(again, Date.now() < eagerUntil && !isAway ? eagerEvery : patientEvery)
    const silentMs = Date.now() - reachedAt
    if (silentMs > doubtMs) doubtful()
    if (silentMs > Math.max(awayMs, 2 * slowest)) missed()
    const isHopeful = Date.now() < hopefulUntil
    if (isHopeful && flying.length >= hopeful.atOnce) flying.splice(1, 1)[0]?.abort()
    if (isHopeful || flying.length < patient.atOnce) void fly(new AbortController())
  }

  function again(): void {
    if (goesOn()) tick()
    else timer = undefined
  }

  async function fly(mine: AbortController): Promise<void> {
    flying.push(mine)
    const sentAt = Date.now()
    const end = setTimeout(() => mine.abort(), patient.lifeMs)
    try {
      const { theirs } = await send(word(), mine.signal)
      if (!flying.includes(mine)) return
      if (!isAway) slowest = Math.max(slowest, Date.now() - sentAt)
      answered(mine, theirs)
    } catch (cause) {
      if (flying.includes(mine)) failed(cause)
    } finally {
      clearTimeout(end)
      if (flying.includes(mine)) flying.splice(flying.indexOf(mine), 1)
    }
  }

  /** What left before this one may hang in the dead network, and would bring nothing newer. */
  function answered(mine: AbortController, theirs: RestartWord | null): void {
    for (const old of flying.splice(0, flying.indexOf(mine) + 1)) if (old !== mine) old.abort()
    reachedAt = Date.now()
    const wasAway = isAway
    isAway = false
    if (wasAway) reached()
    heard(theirs)
  }

  /** The other side has most likely something to say by now, and is not kept waiting at the pace of an outage. */
  function reached(): void {
    back()
    eagerUntil = Date.now() + eagerMs
    clearTimeout(timer)
    timer = setTimeout(again, eagerEvery)
  }

  function failed(cause: unknown): void {
    const status = (cause as { status?: number } | null)?.status ?? 0
    if (over.includes(status)) stop()
    else if (status === 0 || status >= 500) missed()
  }

  function missed(): void {
    isAway = true
    doubtful()
    away()
  }

  function stop(): void {
    clearTimeout(timer)
    timer = undefined
    isAway = false
    for (const each of flying.splice(0)) each.abort()
  }

  return { ask, hope, isAway: () => isAway, reachedAt: () => reachedAt, stop }
}

// The call has ended, or is not ours any more: its stream will say so.
const over: readonly number[] = [401, 403, 404, 409]
