// How soon a call is back once nothing stands in its way any more. Real browsers in networks of their own, the house
// as a process of its own, the relay as it is shipped.

import { labHindrance } from '../support/lab/hindrance.ts'
import { type Fault, faults } from './recovery/faults.ts'
import { type Measured, measureFault } from './recovery/measure-fault.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 6)

/** One row a fault: all of them, or those whose names contain one of these: `FAULTS=5 s,address`. */
export async function callRecoveryBench() {
  const name = 'A call comes back'
  const unit = 'ms from the moment that nothing stands in the way any more; the later of both sides'
  const why = await labHindrance({ turnserver: 'coturn' })
  if (why) return { name: `${name}: not measured, ${why}`, unit, rows: [] }
  const words = process.env.FAULTS?.split(',') ?? ['']
  const rows = []
  for (const fault of faults.filter((one) => words.some((word) => one.name.includes(word))))
    rows.push(rowOf(fault, await measureFault(fault, rounds)))
  return { name, unit, rows }
}

function rowOf({ name, isHarmless }: Fault, all: readonly Measured[]) {
  const [sound, picture] = [all.map((one) => one.sound), all.map((one) => one.frames)]
  const cameBack = all.filter((one) => one.sound !== null && one.frames !== null)
  return {
    'what went wrong': name,
    'came back': `${cameBack.length} of ${all.length}`,
    measured: isHarmless ? 'longest gap' : 'back after',
    'sound p50': quantile(sound, 0.5),
    'sound p95': quantile(sound, 0.95),
    'picture p50': quantile(picture, 0.5),
    'picture p95': quantile(picture, 0.95),
  }
}

/** Of few values the 95th percentile is the greatest. What did not come back counts as never. */
function quantile(values: readonly (number | null)[], share: number): number {
  const sorted = values.map((one) => one ?? Number.POSITIVE_INFINITY).sort((one, other) => one - other)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}

if (process.argv[1] === import.meta.filename) console.table((await callRecoveryBench()).rows)
