import { type HouseProcess, startHouseProcess } from '../../support/house-process.ts'
import { openLabHouse } from '../../support/lab/lab-house.ts'
import type { Side } from '../../support/lab/open-lab.ts'
import { invitePeople } from '../../support/people.ts'
import type { Talker } from '../../support/talker.ts'
import { createWitness } from '../../support/witness.ts'
import type { Fault, Suffering } from './faults.ts'
import { backAfter, longestGap, mediaLog, readLog, type What } from './media-log.ts'

/** Milliseconds, the later of both sides; `null` for what did not come back. */
export type Measured = Record<What, number | null>

const sides = ['customer', 'operator'] as const
const settleMs = 3_000
const patienceMs = 30_000

const settle = () => new Promise((resolve) => setTimeout(resolve, settleMs))

/** One call, which the fault befalls again and again, on either side in turn. */
export async function measureFault(fault: Fault, rounds: number): Promise<Measured[]> {
  const house = await openLabHouse<HouseProcess>(startHouseProcess)
  const all: Measured[] = []
  try {
    if (fault.isRelayed) await house.lab.blockDirect()
    const people = await invitePeople(house, createWitness(), [mediaLog])
    const [operator, customer] = await house.meet(people)
    await Promise.all([operator.isInCall(), customer.isInCall()])
    for (let round = 0; round < rounds; round++) {
      await settle()
      const side: Side = round % 2 ? 'operator' : 'customer'
      all.push(await suffer(fault, { house, side, talkers: { operator, customer } }))
    }
  } finally {
    await house.end()
  }
  return all
}

async function suffer(fault: Fault, suffering: Suffering): Promise<Measured> {
  const from = await fault.happen(suffering)
  const read = fault.isHarmless ? longestGap : backAfter
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    await settle()
    const logs = await logsOf(suffering.talkers)
    const isBack = logs.every((log) =>
      (['sound', 'frames'] as const).every((what) => backAfter(log, from, what) !== null),
    )
    if (isBack) break
  }
  const logs = await logsOf(suffering.talkers)
  const both = (what: What) => later(logs.map((log) => read(log, from, what)))
  return { sound: both('sound'), frames: both('frames') }
}

/** A page that is being loaded has nothing to tell yet. */
const logsOf = (talkers: Record<Side, Talker>) =>
  Promise.all(sides.map((side) => readLog(talkers[side].page).catch(() => [])))

const later = (times: readonly (number | null)[]) =>
  times.reduce((latest, one) => (latest === null || one === null ? null : Math.max(latest, one)), 0)
