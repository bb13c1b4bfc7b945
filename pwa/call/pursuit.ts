import type { Side } from '../../edge/domain/tickets.ts'
import type { Problem } from './problem.ts'
import { explainMs, type Happening, type Move, planReconnect, type Step } from './reconnect-plan.ts'

export interface PursuitOptions {
  side: Side
  seat: { isJoined(): boolean; join(): void; rejoin(): void }
  /** Dials, or answers what is offered. */
  connect(): void
  /** Looks for a new way for the connection that there is. */
  restart(): void
  /** Nothing else can be done than to hear what the other side looks for. */
  listen(): void
  hasLink(): boolean
  isAgreeing(): boolean
  /** Why it takes so long. */
  troubled(problem: Problem): void
  isOnline(): boolean
}

/** Keeps after the other side for as long as the edge says that the call is live, as the plan has it. */
export interface Pursuit {
  start(): void
  stop(): void
  up(): void
  down(how: 'silence' | 'goodbye'): void
  /** Something that the plan may want to know; it does not while nobody is missed. */
  happened(what: Happening): void
  isLive(): boolean
  /** Live, and not connected. */
  isWanting(): boolean
}

const inVain: readonly Happening[] = ['missed', 'unanswered', 'fruitless']

export function makePursuit(options: PursuitOptions): Pursuit {
  const { side, seat, connect, restart, listen, hasLink, isAgreeing, troubled, isOnline } = options
  let state: 'resting' | 'wanting' | 'connected' = 'resting'
  let attempt = 0
  let last: Move | null = null
  let wasUp = false
  let wasMissed = false
  let next: ReturnType<typeof setTimeout> | undefined
  let explaining: ReturnType<typeof setTimeout> | undefined

  function start(): void {
    if (state !== 'resting') return
    wasUp = wasMissed = false
    want()
    happened('started')
  }

  function want(): void {
    state = 'wanting'
    attempt = 0
    last = null
    clearTimeout(explaining)
    explaining = setTimeout(explain, explainMs)
  }

  function happened(what: Happening): void {
    if (state !== 'wanting') return
    // Whoever looks for a new way needs no broker, and is not held up by its coming back.
    if (what === 'joined' && last === 'restart-ice') return
    if (what === 'missed') wasMissed = true
    const step = planReconnect({
      what,
      side,
      attempt,
      last,
      hasLink: hasLink(),
      isAgreeing: isAgreeing(),
    })
    if (inVain.includes(what)) attempt += 1
    if (!step) stop()
    else if (step.afterMs === 0) make(step)
    else after(step.afterMs, () => make(step))
  }

  function make({ move, patienceMs }: Step): void {
    last = move
    after(patienceMs, () => happened('unanswered'))
    act[move]()
  }

  const act: Record<Move, () => void> = {
    wait() {
      reach()
      listen()
    },
    redial: reach,
    'restart-ice': restart,
    'rejoin-broker': seat.rejoin,
  }

  function reach(): void {
    if (seat.isJoined()) connect()
    else seat.join()
  }

  function up(): void {
    state = 'connected'
    wasUp = true
    wasMissed = false
    last = null
    clearTimeout(next)
    clearTimeout(explaining)
  }

  function down(how: 'silence' | 'goodbye'): void {
    if (state === 'resting') return
    if (state === 'connected') want()
    happened(how)
  }

  function explain(): void {
    if (state !== 'wanting') return
    troubled(reason())
    explaining = setTimeout(explain, explainMs)
  }

  function reason(): Problem {
    if (!isOnline()) return 'offline'
    if (last !== 'restart-ice' && !seat.isJoined()) return 'broker-gone'
    return wasUp && !wasMissed ? 'line-lost' : 'peer-unreachable'
  }

  function stop(): void {
    state = 'resting'
    clearTimeout(next)
    clearTimeout(explaining)
  }

  function after(ms: number, go: () => void): void {
    clearTimeout(next)
    next = setTimeout(go, ms)
  }

  return {
    start,
    stop,
    up,
    down,
    happened,
    isLive: () => state !== 'resting',
    isWanting: () => state === 'wanting',
  }
}
