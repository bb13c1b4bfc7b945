// What an instance costs on each runtime, database and bus: until it is ready, and what it then holds of memory. With how
// many of the API's tests passed there when they last ran (`LANES=all npm test -- edge/ domain/ peer-server/`).

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHouseProcess } from '../support/house-process.ts'
import { startHrana } from '../support/hrana/start-hrana.ts'
import { startNats } from '../support/nats-server.ts'
import { countsOn } from '../support/runner/counts.ts'
import type { Lane } from '../support/runner/lane.ts'
import { startWorker } from '../support/workerd/start-worker.ts'
import { buildWorker, shippedWorker } from '../support/workerd/workerd.ts'

const runs = Number(process.env.BENCH_ROUNDS ?? 5)
const secret = { SECRET: 'one secret for all instances of the bench' }
const ofTheApi = /^tests\/(domain|edge|peer-server)\//
const together = /^tests\/edge\/(instances|gateways\/nats-bus)\./

interface Row extends Lane {
  bus: string
  environment: Record<string, string>
  tests: (path: string) => boolean
  ms: number[]
  mb: number[]
}

/** Contestants in turn, so that a noisy minute of the machine is everybody's. */
export async function runtimesBench() {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  const server = await startHrana(join(folder, 'visavis.db'))
  const nats = await startNats()
  const remote = { ...secret, DATABASE_URL: server.url }
  const row = (
    runtime: Lane['runtime'],
    database: Lane['database'],
    bus: string,
    environment: Row['environment'],
  ) => ({ runtime, database, bus, environment, tests: (path) => ofTheApi.test(path), ms: [], mb: [] }) as Row
  const rows = [
    ...(['node', 'deno'] as const).flatMap((runtime) => [
      row(runtime, 'file', 'in the process', {}),
      row(runtime, 'remote', 'polling', remote),
      {
        ...row(runtime, 'remote', 'NATS', { ...remote, NATS_URL: nats.url }),
        tests: (path: string) => together.test(path),
      },
    ]),
    row('workerd', 'remote', 'polling', remote),
  ]
  await buildWorker(shippedWorker)
  for (let run = 0; run < runs; run++) for (const one of rows) await measure(one)
  await Promise.all([server.close(), nats.stop()])
  await rm(folder, { recursive: true })
  return {
    name: 'an instance, from its process to its first good answer',
    unit: 'tests that passed, ms (median), MB resident (median)',
    rows: await Promise.all(rows.map(told)),
  }
}

// With NATS two instances run together, one on each runtime; their tests are counted where they run, on Node.
async function told({ runtime, database, bus, tests, ms, mb }: Row) {
  const lane: Lane = bus === 'NATS' ? { runtime: 'node', database: 'file' } : { runtime, database }
  return { runtime, database, bus, tests: await countsOn(lane, tests), ready: median(ms), memory: median(mb) }
}

async function measure(row: Row): Promise<void> {
  const since = performance.now()
  const house = await startOn(row)
  row.ms.push(Math.round(performance.now() - since))
  const status = await readFile(`/proc/${house.pid}/status`, 'utf8')
  row.mb.push(Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024))
  await house.end()
}

async function startOn({ runtime, environment }: Row): Promise<{ pid: number; end(): Promise<void> }> {
  if (runtime === 'workerd') return startWorker(environment.DATABASE_URL ?? '', environment)
  const { pid, end } = await startHouseProcess(environment, runtime)
  return { pid: pid(), end }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
