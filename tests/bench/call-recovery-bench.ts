// How soon a call is back once nothing stands in its way any more. Real browsers in networks of their own, the house
// as a process of its own, the relay as it is shipped.

import { labHindrance } from '../support/lab/hindrance.ts'
import { type Fault, faults } from './recovery/faults.ts'
import { type Measured, measureFault } from './recovery/measure-fault.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 10)
export const minutes = 90

/** One row a fault: all of them, or those whose names contain one of these: `FAULTS=20 s, silent,address`. */
export async function callRecoveryBench() {
  const name = 'A call comes back'
  const unit = 'ms from the moment that nothing stands in the way any more; the later of both sides'
  const why = await labHindrance({ turnserver: 'coturn' })
  if (why) return { name: `${name}: not measured, ${why}`, unit, rows: [] }
  const words = process.env.FAULTS?.split(/,(?! )/) ?? ['']
  const rows = []
  for (const fault of faults.filter((one) => words.some((word) => one.name.includes(word))))
    rows.push(await measureFault(fault, rounds).then((all) => rowOf(fault, all), notMeasured(fault)))
  return { name, unit, rows }
}

/** One fault that cannot be measured does not hide the others. */
function notMeasured({ name }: Fault) {
  return (cause: unknown) => ({ 'what went wrong': name, 'came back': `not measured: ${cause}` })
}

/** `said`: from the beginning of it until both, or the other side, say "Reconnecting…"; the 95th percentile. */
function rowOf({ name, isHarmless, saidBy }: Fault, all: readonly Measured[]) {
  const [sound, picture] = [all.map((one) => one.sound), all.map((one) => one.frames)]
  const said = all.map((one) => one.said)
  const known = all.flatMap((one) => one.knownAfter ?? [])
  const cameBack = all.filter((one) => one.sound !== null && one.frames !== null)
  return {
    'what went wrong': name,
    'came back': `${cameBack.length} of ${all.length}`,
    measured: isHarmless ? 'longest gap' : 'back after',
    'sound p50': quantile(sound, 0.5),
    'sound p95': quantile(sound, 0.95),
    'picture p50': quantile(picture, 0.5),
    'picture p95': quantile(picture, 0.95),
    said: saidBy ? quantile(said, 0.95) : '',
    'address known': known.length > 0 ? quantile(known, 0.95) : '',
  }
}

/** Of few values the 95th percentile is the greatest. What did not come back counts as never. */
function quantile(values: readonly (number | null)[], share: number): number {
  const sorted = values.map((one) => one ?? Number.POSITIVE_INFINITY).sort((one, other) => one - other)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}

if (process.argv[1] === import.meta.filename) console.table((await callRecoveryBench()).rows)
