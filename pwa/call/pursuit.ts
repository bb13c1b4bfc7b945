import type { Side } from '../../edge/domain/tickets.ts'
import type { Problem } from './problem.ts'
import { dialPatience, explainMs, hiccupMs, reachableMs, redialDelay, reloadMs } from './retry-plan.ts'

export interface PursuitOptions {
  side: Side
  seat: { isJoined(): boolean; join(): void; rejoin(): void }
  /** Dials, or answers what is offered. */
  connect(): void
  /** Why it takes so long. */
  troubled(problem: Problem): void
  isOnline(): boolean
}

/** Keeps after the other side for as long as the edge says that the call is live. */
export interface Pursuit {
  start(): void
  stop(): void
  retry(): void
  up(): void
  down(how: 'silence' | 'goodbye'): void
  /** We are at the broker. */
  reached(): void
  /** The other side is not. */
  missed(): void
  isLive(): boolean
  /** Live, and not connected. */
  isWanting(): boolean
}

export function makePursuit({ side, seat, connect, troubled, isOnline }: PursuitOptions): Pursuit {
  let state: 'resting' | 'wanting' | 'connected' = 'resting'
  let attempt = 0
  let wasUp = false
  let wasMissed = false
  let next: ReturnType<typeof setTimeout> | undefined
  let explaining: ReturnType<typeof setTimeout> | undefined

  function start(): void {
    if (state !== 'resting') return
    wasUp = wasMissed = false
    want()
    seat.join()
    if (seat.isJoined()) reached()
    else after(patience(), pursue)
  }

  function want(): void {
    state = 'wanting'
    attempt = 0
    clearTimeout(explaining)
    explaining = setTimeout(explain, explainMs)
  }

  function reached(): void {
    if (state !== 'wanting') return
    after(patience(), pursue)
    connect()
  }

  // A fresh socket each time: after a change of networks the old one only looks alive.
  function pursue(): void {
    if (state !== 'wanting') return
    attempt += 1
    after(patience(), pursue)
    seat.rejoin()
  }

  function missed(): void {
    if (state !== 'wanting' || side === 'customer') return
    wasMissed = true
    after(redialDelay(attempt++), () => (seat.isJoined() ? reached() : pursue()))
  }

  function up(): void {
    state = 'connected'
    wasUp = true
    wasMissed = false
    clearTimeout(next)
    clearTimeout(explaining)
  }

  function down(how: 'silence' | 'goodbye'): void {
    if (state === 'resting') return
    const isNew = state === 'connected'
    if (isNew) want()
    // After a goodbye, the called side can only wait for the other one to dial.
    if (how === 'goodbye') after(side === 'operator' ? reloadMs : patience(), redial)
    else after(hiccupMs, pursue)
  }

  function redial(): void {
    if (side === 'operator' && seat.isJoined()) reached()
    else pursue()
  }

  function explain(): void {
    if (state !== 'wanting') return
    troubled(reason())
    explaining = setTimeout(explain, explainMs)
  }

  function reason(): Problem {
    if (!isOnline()) return 'offline'
    if (!seat.isJoined()) return 'broker-gone'
    return wasUp && !wasMissed ? 'line-lost' : 'peer-unreachable'
  }

  function retry(): void {
    if (state === 'wanting') pursue()
  }

  function stop(): void {
    state = 'resting'
    clearTimeout(next)
    clearTimeout(explaining)
  }

  function patience(): number {
    return side === 'operator' ? dialPatience(attempt) : reachableMs
  }

  function after(ms: number, act: () => void): void {
    clearTimeout(next)
    next = setTimeout(act, ms)
  }

  return {
    start,
    stop,
    retry,
    up,
    down,
    reached,
    missed,
    isLive: () => state !== 'resting',
    isWanting: () => state === 'wanting',
  }
}
