// Calls added up. Each side reports for itself: a relay at one end is a relay for both, and the worse picture counts.

import { endCauses } from './call.ts'
import { type CallReport, callWays, pictureOf, pictures } from './call-report.ts'
import { quantile } from './quantile.ts'
import type { CallDay, CallRecord, CallStatistics } from './wire.ts'

/** `dayOf` gives the beginning of the day that a moment falls into. */
export function addUpCalls(calls: readonly CallRecord[], dayOf: (at: number) => number): CallStatistics {
  const byDay = new Map<number, CallRecord[]>()
  for (const call of calls) {
    const day = dayOf(call.endedAt ?? 0)
    byDay.set(day, [...(byDay.get(day) ?? []), call])
  }
  const days = [...byDay].sort(([one], [other]) => other - one)
  return { days: days.map(([at, of]) => ({ at, ...addUp(of) })), total: addUp(calls) }
}

function addUp(calls: readonly CallRecord[]): Omit<CallDay, 'at'> {
  const answered = calls.filter(({ answeredAt }) => answeredAt !== null)
  const reported = answered.map(reportsOf)
  const lasted = answered.map(({ answeredAt, endedAt }) => (endedAt ?? 0) - (answeredAt ?? 0))
  return {
    calls: calls.length,
    answered: answered.length,
    minutes: Math.round(sum(lasted) / 60_000),
    ways: tally([...callWays, 'unknown'], reported.map(wayOf)),
    ends: tally(
      endCauses,
      calls.flatMap(({ endCause }) => endCause ?? []),
    ),
    pictures: tally(pictures, reported.flatMap(worstPicture)),
    firstFrameMedianMs: quantile(
      reported.flat().flatMap(({ firstFrameMs }) => firstFrameMs ?? []),
      0.5,
    ),
    restarts: sum(reported.map((reports) => Math.max(0, ...reports.map(({ restarts }) => restarts)))),
  }
}

export function reportsOf({ reports }: CallRecord): CallReport[] {
  return [reports.customer, reports.operator].filter((report) => report !== null)
}

export function wayOf(reports: readonly CallReport[]) {
  const ways = reports.map(({ way }) => way)
  return callWays.findLast((way) => ways.includes(way)) ?? 'unknown'
}

export function worstPicture(reports: readonly CallReport[]) {
  const seen = reports.map(pictureOf)
  return pictures.findLast((picture) => seen.includes(picture)) ?? []
}

function tally<K extends string>(names: readonly K[], found: readonly K[]): Record<K, number> {
  const counted = names.map((name) => [name, found.filter((one) => one === name).length])
  return Object.fromEntries(counted) as Record<K, number>
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
