/** What a line does to what crosses it. `up` is away from the person; a rate of 0 is no limit. */
export interface Profile {
  /** Of each direction: a round trip takes twice as long. */
  delayMs: number
  /** At most this much more delay, evenly spread; packets do not overtake each other. */
  jitterMs: number
  lossPercent: number
  upKbit: number
  downKbit: number
  /** How long a packet may wait for its turn; one that would wait longer is dropped. */
  queueMs: number
}

/** Nothing but a room's length of cable. */
export const wire: Profile = profile(0, 0, 0, 0, 0, 400)

export const fourG: Profile = profile(30, 2, 0, 1500, 9000, 400)
export const slow: Profile = profile(75, 5, 0, 750, 1600, 600)

/** A bad line of this rate in both directions, and this loss. */
export function badLine(kbit: number, lossPercent = 0): Profile {
  return profile(50, 5, lossPercent, kbit, kbit, 600)
}

/** What people really get, for tables: kbit/s in both directions, and percents lost. */
export const badRates = [2000, 500, 150, 60] as const
export const badLosses = [1, 5, 10, 20] as const

function profile(...numbers: [number, number, number, number, number, number]): Profile {
  const [delayMs, jitterMs, lossPercent, upKbit, downKbit, queueMs] = numbers
  return { delayMs, jitterMs, lossPercent, upKbit, downKbit, queueMs }
}
