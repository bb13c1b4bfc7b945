// What an instance costs on each runtime, database and bus: until it is ready, and what it then holds of memory.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHouseProcess } from '../support/house-process.ts'
import { startHrana } from '../support/hrana/start-hrana.ts'
import { startNats } from '../support/nats-server.ts'
import type { Lane } from '../support/runner/lane.ts'

const runs = 5
const secret = { SECRET: 'one secret for all instances of the bench' }

/** Contestants in turn, so that a noisy minute of the machine is everybody's. */
export async function runtimesBench() {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  const server = await startHrana(join(folder, 'visavis.db'))
  const nats = await startNats()
  const remote = { ...secret, DATABASE_URL: server.url }
  const contestants: [database: string, bus: string, environment: Record<string, string>][] = [
    ['file', 'in the process', {}],
    ['remote', 'in the process', remote],
    ['remote', 'NATS', { ...remote, NATS_URL: nats.url }],
  ]
  const rows = contestants.flatMap(([database, bus, environment]) =>
    (['node', 'deno'] as const).map((runtime) => ({
      runtime,
      database,
      bus,
      environment,
      ms: [] as number[],
      mb: 0,
    })),
  )
  for (let run = 0; run < runs; run++) for (const row of rows) await measure(row)
  await Promise.all([server.close(), nats.stop()])
  await rm(folder, { recursive: true })
  return {
    name: 'an instance, from its process to "is ready"',
    unit: 'ms (median), MB resident',
    rows: rows.map(({ runtime, database, bus, ms, mb }) => ({
      runtime,
      database,
      bus,
      ready: median(ms),
      memory: mb,
    })),
  }
}

interface Row {
  runtime: Lane['runtime']
  environment: Record<string, string>
  ms: number[]
  mb: number
}

async function measure(row: Row): Promise<void> {
  const since = performance.now()
  const house = await startHouseProcess(row.environment, row.runtime)
  row.ms.push(Math.round(performance.now() - since))
  const status = await readFile(`/proc/${house.pid()}/status`, 'utf8')
  row.mb = Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  await house.end()
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
