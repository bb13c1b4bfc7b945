import { type HouseProcess, startHouseProcess } from '../../support/house-process.ts'
import { openLabHouse } from '../../support/lab/lab-house.ts'
import type { Side } from '../../support/lab/open-lab.ts'
import { invitePeople } from '../../support/people.ts'
import type { Talker } from '../../support/talker.ts'
import { createWitness } from '../../support/witness.ts'
import { within } from '../deadline.ts'
import type { Fault, Suffering } from './faults.ts'
import { backAfter, longestGap, mediaLog, type Sample, saidAfter, type What } from './media-log.ts'

/** Milliseconds, the later of both sides; `null` for what did not come back, or was not said. */
export type Measured = Record<What | 'said', number | null> & { knownAfter?: number | null }

const sides = ['customer', 'operator'] as const
const settleMs = 3_000
const patienceMs = 30_000
/** For the house, the browsers and the first call. */
const beginMinutes = 1.5

const settle = () => new Promise((resolve) => setTimeout(resolve, settleMs))

/** One call, which the fault befalls again and again, on either side in turn. What came too late for its time is missing. */
export async function measureFault(fault: Fault, rounds: number): Promise<Measured[]> {
  const house = await openLabHouse<HouseProcess>(startHouseProcess)
  const all: Measured[] = []
  async function suffering() {
    if (fault.isRelayed) await house.lab.blockDirect()
    const people = await invitePeople(house, createWitness(), [mediaLog])
    const [operator, customer] = await house.meet(people)
    const talkers: Suffering['talkers'] = { operator, customer }
    await Promise.all([operator.isInCall(), customer.isInCall()])
    for (let round = 0; round < rounds; round++) {
      await settle()
      const side: Side = fault.befalls ?? (round % 2 ? 'operator' : 'customer')
      all.push(await suffer(fault, { house, side, talkers }))
      console.log(fault.name, side, JSON.stringify(all.at(-1)))
    }
  }
  try {
    await within(beginMinutes + (rounds * (fault.seconds + 30)) / 60, suffering())
  } catch (cause) {
    console.error(`${fault.name}: ${cause}`)
    if (all.length === 0) throw cause
  } finally {
    await house.end()
  }
  return all
}

async function suffer(fault: Fault, suffering: Suffering): Promise<Measured> {
  const begun = Date.now()
  const from = await fault.happen(suffering)
  const read = fault.isHarmless ? longestGap : backAfter
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    await settle()
    const logs = await logsOf(suffering)
    const isBack = logs.every((log) =>
      (['sound', 'frames'] as const).every((what) => backAfter(log, from, what) !== null),
    )
    if (isBack) break
  }
  const logs = await logsOf(suffering)
  const both = (what: What) => later(logs.map((log) => read(log, from, what)))
  const whoSays = fault.saidBy === 'other' ? otherOf(suffering.side) : null
  const saying = logs.filter((_, place) => !whoSays || sides[place] === whoSays)
  const said = fault.saidBy ? later(saying.map((log) => saidAfter(log, begun))) : null
  const known = fault.changesAddress ? await knownAfter(suffering, from) : {}
  return { sound: both('sound'), frames: both('frames'), said, ...known }
}

const otherOf = (side: Side): Side => (side === 'customer' ? 'operator' : 'customer')

/** A page that is being loaded has nothing to tell yet. */
const logsOf = ({ talkers }: Suffering) =>
  Promise.all(sides.map((side) => readLog(talkers[side]).catch(() => [])))

const readLog = ({ page }: Talker) => page.evaluate('mediaLog') as Promise<Sample[]>

/** When the browser whose address changed first offered the new one: before that, nobody can do anything. */
async function knownAfter({ house, side, talkers }: Suffering, from: number) {
  const known = (await talkers[side].page.evaluate('addressLog')) as [at: number, address: string][]
  const first = known.find(([at, address]) => at >= from && address === house.lab.addressOf(side))
  return first ? { knownAfter: first[0] - from } : {}
}

const later = (times: readonly (number | null)[]) =>
  times.reduce((latest, one) => (latest === null || one === null ? null : Math.max(latest, one)), 0)
