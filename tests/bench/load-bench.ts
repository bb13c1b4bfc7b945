// Many conversations at once: 500, each with a page of either side that listens, and so many messages a second. The
// crowd is one process on the same machine, so that what the edge has is what the crowd leaves.

import { type Database, openDatabase } from '../../edge/store/database.ts'
import { type HouseProcess, startHouseProcess } from '../support/house-process.ts'
import { startServerProcess } from '../support/hrana/server-process.ts'
import { startInstances } from '../support/instances.ts'
import { makeCrowd, type Talk } from '../support/load/crowd.ts'
import { startMeters } from '../support/load/meters.ts'
import { type LoadWitness, watch } from '../support/load/witness.ts'
import { persist } from '../support/load/writer.ts'

const seconds = Number(process.env.LOAD_SECONDS ?? 60)
const talksAtOnce = Number(process.env.LOAD_TALKS ?? 500)
const perDepartment = Number(process.env.LOAD_DEPARTMENT ?? 1)
const rates = (process.env.LOAD_RATES ?? '50,100,200,400').split(',').map(Number)
const places = (process.env.LOAD_INSTANCES ?? '1,2').split(',').map(Number)
/** Of several instances: a file that all of them open, or a server of the tests in a process of its own. */
const kinds = (process.env.LOAD_DATABASE ?? 'file,remote').split(',') as Kind[]

interface Place {
  houses: HouseProcess[]
  database: Database
  end(): Promise<unknown>
}

type Kind = 'file' | 'remote'

/** What all lines take, and as long again for people to come and go. */
export const minutes = Math.ceil((2 * seconds * rates.length * places.length * kinds.length) / 60) + 5

export async function loadBench() {
  const rows = []
  for (const instances of places)
    for (const kind of instances === 1 ? (['file'] as const) : kinds)
      for (const rate of rates) rows.push(await measure(instances, kind, rate))
  return {
    name: `${talksAtOnce} conversations, ${2 * talksAtOnce} event streams, ${seconds} s a line`,
    unit: 'ms, MB resident, CPU in cores; the crowd is one process beside it',
    rows,
  }
}

async function measure(instances: number, kind: Kind, rate: number) {
  const runtimes = Array.from({ length: instances }, () => 'node' as const)
  const place: Place = await (instances === 1
    ? oneHouse()
    : startInstances(runtimes, kind, {}, [], startServerProcess))
  const talks = await makeCrowd(place.database, talksAtOnce, perDepartment)
  const witness = watch(talks, (at) => place.houses[at % instances]?.url ?? '')
  try {
    await Promise.all(witness.listeners.map(({ ready }) => ready))
    return { instances, database: kind, ...(await run(place, talks, witness, rate)) }
  } finally {
    witness.end()
    await place.end()
  }
}

async function run({ houses }: Place, talks: Talk[], witness: LoadWitness, rate: number) {
  const meters = await startMeters(houses.map((house) => house.pid()))
  const weighing = setInterval(meters.weigh, seconds * 240)
  const begin = performance.now()
  const sent = await writeAt(rate, talks, witness, (at) => houses[at % houses.length]?.url ?? '')
  const elapsed = (performance.now() - begin) / 1_000
  clearInterval(weighing)
  await meters.weigh()
  const { MB, cores } = await meters.read()
  await sent.over()
  await witness.settle(5_000)
  const { lost, doubled, disordered } = witness.findings()
  return {
    'asked/s': rate,
    'sent/s': Math.round((rate * seconds) / elapsed),
    'ack p50': quantile(sent.acknowledged, 0.5),
    'ack p99': quantile(sent.acknowledged, 0.99),
    'heard p50': quantile(witness.deliveries, 0.5),
    'heard p99': quantile(witness.deliveries, 0.99),
    failed: sent.failed(),
    lost,
    wrong: doubled + disordered,
    MB,
    CPU: round(cores.houses, 2),
    'crowd late p99': quantile(sent.late, 0.99),
    'CPU of the crowd': round(cores.crowd, 2),
    'CPU of others': round(cores.others, 2),
  }
}

/** So many a second, whatever becomes of them; resolves when the last one was sent. Times are milliseconds. */
async function writeAt(rate: number, talks: Talk[], witness: LoadWitness, next: (at: number) => string) {
  const acknowledged: number[] = []
  // How late the crowd itself was: what it could not send in time, it could not hear in time either.
  const late: number[] = []
  let failed = 0
  const under = new Set<Promise<void>>()
  const begin = performance.now()
  for (let number = 0; number < rate * seconds; number++) {
    const due = begin + (number * 1_000) / rate
    await until(due)
    late.push(performance.now() - due)
    const at = number % talks.length
    const talk = talks[at] as Talk
    const side = number % 2 ? 'customer' : 'operator'
    const text = `${talk.id} ${side} ${number}`
    witness.sent(talk, text)
    const since = performance.now()
    // As a page does: what got no answer, because its kept connection was closed just then, is asked again.
    const sending = persist(talk[side], () => next(at + 1), crypto.randomUUID(), text)
      .then(() => {
        acknowledged.push(performance.now() - since)
        witness.acknowledged(talk, text)
      })
      .catch(() => {
        failed++
      })
      .finally(() => under.delete(sending))
    under.add(sending)
  }
  return { acknowledged, late, failed: () => failed, over: () => Promise.all(under) }
}

async function oneHouse(): Promise<Place> {
  const house = await startHouseProcess({}, 'node')
  const database = await openDatabase({ url: house.databaseUrl })
  return { houses: [house], database, end: () => Promise.all([database.close(), house.end()]) }
}

async function until(time: number): Promise<void> {
  const left = time - performance.now()
  if (left > 1) await new Promise((resume) => setTimeout(resume, left))
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN, 1)
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
