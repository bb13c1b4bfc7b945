import { labHindrance } from '../support/lab/hindrance.ts'
import { bareInLab } from './from-link/bare-in-lab.ts'
import { visavisInLab } from './from-link/visavis-in-lab.ts'
import { takeTurns } from './take-turns.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 10)

/** From opening the link to the first frame of an operator who accepts at once, as the customer's page sees it. */
export async function callLinkToFrameBench() {
  const name = 'From opening the link to the first remote frame'
  const unit = 'ms; the customer on 4G, with a processor that is four times slower'
  const why = await labHindrance()
  if (why) return { name: `${name}: not measured, ${why}`, unit, rows: [] }
  return { name, unit, rows: await takeTurns([await bareInLab(), await visavisInLab()], rounds) }
}
