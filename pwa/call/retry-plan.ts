// When to try again. One place, because the numbers lean on each other and on the broker's (it keeps an
// offer for an absent peer for five seconds).

/** Tries at the broker: quick at first, then patient; the spread keeps a crowd from coming back in one go. */
export function rejoinDelay(attempt: number, random = Math.random()): number {
  return Math.min(300 * 2 ** attempt, 10_000) * (0.75 + random / 2)
}

/** How long a dialled call may take before the next try; slow networks get more each time. */
export function dialPatience(attempt: number): number {
  return Math.min(4_000 + attempt * 4_000, 12_000)
}

/** The other side is not at the broker yet: it may be opening its page right now. */
export function redialDelay(attempt: number): number {
  return Math.min(400 * 2 ** attempt, 4_000)
}

/** Silence may be a hiccup: the picture is given this long to come back by itself. */
export const hiccupMs = 1_000

/** After a goodbye the other page is most likely reloading: its old socket must be gone first. */
export const reloadMs = 400

/** The called side cannot dial. It makes sure that it can be reached this often. */
export const reachableMs = 15_000

/** Whoever waits longer than this is told why. */
export const explainMs = 8_000

/** A seat at the broker that held this long was a good one: the count of tries starts over. */
export const steadyMs = 30_000

/** TURN credentials live for minutes; a ticket older than this is renewed before a connection is made. */
export const staleTicketMs = 4 * 60_000
