import type { CallReport, CallWay } from '../../../edge/domain/call-report.ts'
import { median, quantile } from '../../../edge/domain/quantile.ts'
import type { Trend } from './trend.ts'

/** What adds up over a call. It is kept over reloads of the page, so it is small and plain. */
export interface Tally {
  /** How often the line came up. */
  ups: number
  way: CallWay | null
  firstFrameMs: number | null
  seconds: number
  stillSeconds: number
  packets: number
  lost: number
  kilobits: number
  freezes: number
  frozenSeconds: number
  /** Round trips, evenly chosen: every `every`th one. */
  roundTrips: readonly number[]
  every: number
  /** Of all round trips that there were. */
  roundTripCount: number
}

export const nothingYet: Tally = {
  ups: 0,
  way: null,
  firstFrameMs: null,
  seconds: 0,
  stillSeconds: 0,
  packets: 0,
  lost: 0,
  kilobits: 0,
  freezes: 0,
  frozenSeconds: 0,
  roundTrips: [],
  every: 1,
  roundTripCount: 0,
}

const mostRoundTrips = 200

export function addTrend(
  tally: Tally,
  { seconds, incoming, roundTripMs, way }: Trend,
  isStill: boolean,
): Tally {
  return {
    ...tally,
    ...addRoundTrip(tally, roundTripMs),
    way: way ?? tally.way,
    seconds: tally.seconds + seconds,
    stillSeconds: tally.stillSeconds + (isStill ? seconds : 0),
    packets: tally.packets + incoming.packets,
    lost: tally.lost + incoming.lost,
    kilobits: tally.kilobits + incoming.kbps * seconds,
    freezes: tally.freezes + incoming.freezes,
    frozenSeconds: tally.frozenSeconds + incoming.frozen * seconds,
  }
}

// Full: every second one goes, and from then on half as many are taken.
function addRoundTrip({ roundTrips, every, roundTripCount }: Tally, ms: number | null) {
  if (ms === null) return {}
  const isTaken = roundTripCount % every === 0
  const taken = isTaken ? [...roundTrips, Math.round(ms)] : roundTrips
  const isFull = taken.length > mostRoundTrips
  return {
    roundTripCount: roundTripCount + 1,
    roundTrips: isFull ? taken.filter((_, place) => place % 2 === 0) : taken,
    every: isFull ? every * 2 : every,
  }
}

export function reportOf(tally: Tally): CallReport {
  const came = tally.packets + tally.lost
  const rounded = (ms: number | null) => (ms === null ? null : Math.round(ms))
  return {
    way: tally.way,
    restarts: Math.max(0, tally.ups - 1),
    seconds: Math.round(tally.seconds),
    stillSeconds: Math.round(tally.stillSeconds),
    firstFrameMs: rounded(tally.firstFrameMs),
    roundTripMedianMs: median(tally.roundTrips),
    roundTripP95Ms: quantile(tally.roundTrips, 0.95),
    lossPercent: came > 0 ? Math.round((tally.lost / came) * 1000) / 10 : 0,
    kbps: Math.round(tally.kilobits / Math.max(tally.seconds, 1)),
    freezes: tally.freezes,
    frozenSeconds: Math.round(tally.frozenSeconds),
  }
}
