// Many conversations at once: 500, each with a page of either side that listens, and so many messages a second. The
// crowd is one process on the same machine, so that what the edge has is what the crowd leaves.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../edge/store/database.ts'
import { type HouseProcess, startHouseProcess } from '../support/house-process.ts'
import { startHrana } from '../support/hrana/start-hrana.ts'
import { makeCrowd, type Talk } from '../support/load/crowd.ts'
import { cpuSecondsOf, megabytesOf } from '../support/load/process-facts.ts'
import { type LoadWitness, watch } from '../support/load/witness.ts'
import { persist } from '../support/load/writer.ts'
import { startNats } from '../support/nats-server.ts'

const seconds = Number(process.env.LOAD_SECONDS ?? 60)
const talksAtOnce = Number(process.env.LOAD_TALKS ?? 500)
const perDepartment = Number(process.env.LOAD_DEPARTMENT ?? 1)
const rates = (process.env.LOAD_RATES ?? '50,100,200,400').split(',').map(Number)
const places = (process.env.LOAD_INSTANCES ?? '1,2').split(',').map(Number)

interface Place {
  houses: HouseProcess[]
  databaseUrl: string
  end(): Promise<void>
}

export async function loadBench() {
  const rows = []
  for (const instances of places) for (const rate of rates) rows.push(await measure(instances, rate))
  return {
    name: `${talksAtOnce} conversations, ${2 * talksAtOnce} event streams, ${seconds} s a line`,
    unit: 'ms, MB resident, CPU in cores; the crowd is one process beside it',
    rows,
  }
}

async function measure(instances: number, rate: number) {
  const place = await (instances === 1 ? oneHouse() : several(instances))
  const database = await openDatabase({ url: place.databaseUrl })
  const talks = await makeCrowd(database, talksAtOnce, perDepartment)
  await database.close()
  const witness = watch(talks, (at) => place.houses[at % instances]?.url ?? '')
  try {
    await Promise.all(witness.listeners.map(({ ready }) => ready))
    return { instances, ...(await run(place, talks, witness, rate)) }
  } finally {
    witness.end()
    await place.end()
  }
}

async function run({ houses }: Place, talks: Talk[], witness: LoadWitness, rate: number) {
  const memory = () => sum(houses, (house) => megabytesOf(house.pid()))
  const cpu = () => sum(houses, (house) => cpuSecondsOf(house.pid()))
  const [mbStart, cpuStart, ownStart] = [await memory(), await cpu(), process.cpuUsage()]
  const acknowledged: number[] = []
  let failed = 0
  const under = new Set<Promise<void>>()
  const begin = performance.now()
  let mbMiddle = 0
  const middle = setTimeout(async () => {
    mbMiddle = await memory()
  }, seconds * 500)
  for (let number = 0; number < rate * seconds; number++) {
    await until(begin + (number * 1_000) / rate)
    const at = number % talks.length
    const talk = talks[at] as Talk
    const side = number % 2 ? 'customer' : 'operator'
    const text = `${talk.id} ${side} ${number}`
    witness.sent(talk, text)
    const since = performance.now()
    const person = talk[side]
    const url = houses[(at + 1) % houses.length]?.url ?? ''
    // As a page does: what got no answer, because its kept connection was closed just then, is asked again.
    const sending = persist(person, () => url, crypto.randomUUID(), text)
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
  const elapsed = (performance.now() - begin) / 1_000
  const [cpuEnd, own, mbEnd] = [await cpu(), process.cpuUsage(ownStart), await memory()]
  clearTimeout(middle)
  await Promise.all(under)
  await witness.settle(5_000)
  const { lost, doubled, disordered } = witness.findings()
  return {
    'asked/s': rate,
    'sent/s': Math.round((rate * seconds) / elapsed),
    'ack p50': quantile(acknowledged, 0.5),
    'ack p99': quantile(acknowledged, 0.99),
    'heard p50': quantile(witness.deliveries, 0.5),
    'heard p99': quantile(witness.deliveries, 0.99),
    failed,
    lost,
    wrong: doubled + disordered,
    MB: `${mbStart} ${mbMiddle} ${mbEnd}`,
    CPU: round((cpuEnd - cpuStart) / elapsed, 2),
    'CPU of the crowd': round((own.user + own.system) / 1e6 / elapsed, 2),
  }
}

async function oneHouse(): Promise<Place> {
  const house = await startHouseProcess({}, 'node')
  return { houses: [house], databaseUrl: house.databaseUrl, end: () => house.end() }
}

/** Over a remote database, whose server is in the crowd's process. */
async function several(instances: number): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-load-'))
  const server = await startHrana(join(folder, 'visavis.db'))
  const nats = await startNats()
  const shared = {
    DATABASE_URL: server.url,
    NATS_URL: nats.url,
    SECRET: 'one secret for all instances of the bench',
  }
  const houses: HouseProcess[] = []
  for (let at = 0; at < instances; at++) houses.push(await startHouseProcess(shared, 'node'))
  const end = async () => {
    await Promise.all(houses.map((house) => house.end()))
    await Promise.all([server.close(), nats.stop()])
    await rm(folder, { recursive: true })
  }
  return { houses, databaseUrl: server.url, end }
}

async function until(time: number): Promise<void> {
  const left = time - performance.now()
  if (left > 1) await new Promise((resume) => setTimeout(resume, left))
}

async function sum<T>(all: readonly T[], of: (one: T) => Promise<number>): Promise<number> {
  return (await Promise.all(all.map(of))).reduce((total, one) => total + one, 0)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN, 1)
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
