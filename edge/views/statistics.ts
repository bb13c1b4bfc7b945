import { addUpCalls } from '../domain/call-statistics.ts'
import type { CallStatistics } from '../domain/wire.ts'
import { recordsSince } from '../store/call-reports.ts'
import type { Reads } from '../store/database.ts'
import type { Operator } from '../store/operators.ts'

const dayMs = 86_400_000
/** More than a team has in a month; the oldest are left out then. */
const mostCalls = 10_000

/** The calls within the operator's reach of so many days, today included; `offsetMs` is their clock's from UTC. */
export async function readCallStatistics(
  reads: Reads,
  operator: Operator,
  { days, offsetMs }: { days: number; offsetMs: number },
  now: number,
): Promise<CallStatistics> {
  const dayOf = (at: number) => Math.floor((at + offsetMs) / dayMs) * dayMs - offsetMs
  const since = dayOf(now) - (days - 1) * dayMs
  return addUpCalls(await recordsSince(reads, operator, since, mostCalls), dayOf)
}
