// When to try what again. One place, because the numbers lean on each other and on the broker's (it keeps an
// offer for an absent peer for five seconds).

import type { Side } from '../../edge/domain/tickets.ts'

export type Move =
  /** Nothing that this side could do. */
  | 'wait'
  /** A new way for the connection that there is: picture, sound and tools go on where they stood. */
  | 'restart-ice'
  /** A new connection, over the broker. */
  | 'redial'
  /** A new socket at the broker: after a change of networks the old one only looks alive. */
  | 'rejoin-broker'

export type Happening =
  /** The edge says that the call is live. */
  | 'started'
  /** We are at the broker … */
  | 'joined'
  /** … and the other side is not. */
  | 'missed'
  /** Nothing comes from the other side any more … */
  | 'silence'
  /** … and the browser has given the way up. */
  | 'failed'
  /** The other side closed the connection: it loads its page again, or hangs up. */
  | 'goodbye'
  /** The other side's page has no such connection: it was loaded again while nobody heard. */
  | 'unknown'
  /** Our own network is back, or another one, or we slept; or somebody pressed the button. */
  | 'network'
  /** What was tried led nowhere in its time. */
  | 'unanswered'
  /** A new way was agreed on, and nothing came through it. */
  | 'fruitless'
  /** Neither time nor another try will help. */
  | 'refused'

export interface Situation {
  what: Happening
  side: Side
  /** Moves in vain since the line was up. */
  attempt: number
  /** The move before. */
  last: Move | null
  /** Whether there is a connection that was up once. */
  hasLink: boolean
  /** Whether a new way is being agreed on already. */
  isAgreeing: boolean
}

export interface Step {
  move: Move
  afterMs: number
  /** How long it may take before it counts as unanswered. */
  patienceMs: number
}

/** The next move, or `null`: give up. */
export function planReconnect(situation: Situation): Step | null {
  return moves[situation.what](situation)
}

// A line is kept after for as long as the edge says that the call is live, so only a refusal ends it.
const moves: Record<Happening, (situation: Situation) => Step | null> = {
  started: (now) => redialOrWait(now, 0),
  joined: (now) => redialOrWait(now, 0),
  missed: (now) => redialOrWait(now, redialDelay(now.attempt)),
  // It may be a hiccup, and over before anybody has lifted a finger.
  // What was begun before we missed anybody, on news of the network, is left its time: to begin anew would undo it.
  silence: ({ isAgreeing }) => restart(isAgreeing ? fruitlessMs : hiccupMs),
  failed: () => restart(0),
  // The other page's old socket must be gone first.
  goodbye: (now) => redialOrWait(now, reloadMs),
  unknown: (now) => redialOrWait(now, 0),
  network: (now) => (now.hasLink && now.last !== 'redial' ? restart(0) : rejoin(now)),
  unanswered: (now) => (now.last === 'restart-ice' ? restart(0) : rejoin(now)),
  fruitless: (now) =>
    now.side === 'operator' && now.attempt >= fruitlessTries ? redialOrWait(now, 0) : restart(0),
  refused: () => null,
}

function restart(afterMs: number): Step {
  return { move: 'restart-ice', afterMs, patienceMs: restartMs }
}

// Only one side dials, so that two calls never cross each other.
function redialOrWait({ side, attempt }: Situation, afterMs: number): Step {
  if (side === 'customer') return { move: 'wait', afterMs: 0, patienceMs: reachableMs }
  return { move: 'redial', afterMs, patienceMs: dialPatience(attempt) }
}

function rejoin({ side, attempt }: Situation): Step {
  const patienceMs = side === 'operator' ? dialPatience(attempt) : reachableMs
  return { move: 'rejoin-broker', afterMs: 0, patienceMs }
}

/** How long a dialled call may take before the next try; slow networks get more each time. */
function dialPatience(attempt: number): number {
  return Math.min(4_000 + attempt * 4_000, 12_000)
}

/** The other side is not at the broker yet: it may be opening its page right now. */
function redialDelay(attempt: number): number {
  return Math.min(400 * 2 ** attempt, 4_000)
}

const hiccupMs = 500
const reloadMs = 200
// The called side cannot dial. It makes sure that it can be reached this often.
const reachableMs = 15_000
// Words get lost in many ways. Saying them again costs a row in a table.
const restartMs = 8_000
const fruitlessTries = 3

/** A new way that was agreed on shows within this time, or never. */
export const fruitlessMs = 4_000

/** How often the edge is asked for the other side's word, while that comes soon or not at all … */
export const eagerEvery = 150
/** … and while somebody's network is away. */
export const patientEvery = 500

/** Tries at the broker: quick at first, then patient; the spread keeps a crowd from coming back in one go. */
export function rejoinDelay(attempt: number, random = Math.random()): number {
  return Math.min(300 * 2 ** attempt, 10_000) * (0.75 + random / 2)
}

/** Whoever waits longer than this is told why. */
export const explainMs = 8_000

/** A seat at the broker that held this long was a good one: the count of tries starts over. */
export const steadyMs = 30_000

/** How often it is looked whether the network is back. */
export const knockEvery = 400

/** TURN credentials live for minutes: a ticket older than this is renewed before a connection is made. */
export const staleTicketMs = 4 * 60_000
