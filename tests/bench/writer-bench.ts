import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Client, createClient } from '@libsql/client'
import { type Database, openDatabase } from '../../edge/store/database.ts'

interface BenchTable {
  name: string
  unit: string
  rows: Record<string, number | string>[]
}

type Contestant = { name: string; run: (seconds: number) => Promise<number> }

const ROUNDS = 7
const SECONDS = 0.3
const INSERT = 'INSERT INTO notes (body) VALUES (?)'
const BODY = 'Would you hold the label closer to the camera, please?'

/** Acknowledged units per second, each durable when counted. All contestants take turns in every round. */
export async function writerBench(): Promise<BenchTable> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-writer-bench-'))
  const ours = await ourDatabase(join(folder, 'writer.db'))
  const raw = await rawClient(join(folder, 'raw.db'))
  try {
    const rows = await takeTurns(contestants(ours, raw))
    return { name: "Durable writes: Visavis's writer and the raw client", unit: 'units/s', rows }
  } finally {
    await ours.close()
    raw.close()
    await rm(folder, { recursive: true })
  }
}

function contestants(ours: Database, raw: Client): Contestant[] {
  const unit = () => ours.write((transaction) => transaction.run(INSERT, [BODY]))
  const batch = (size: number) => () =>
    raw.batch(
      Array.from({ length: size }, () => ({ sql: INSERT, args: [BODY] })),
      'write',
    )
  return [
    ...[1, 16, 256].map((callers) => ({
      name: `writer, ${callers} at a time`,
      run: (seconds: number) => concurrently(callers, unit, seconds),
    })),
    {
      name: 'raw execute, one at a time',
      run: (seconds) => inTurn(1, () => raw.execute(INSERT, [BODY]), seconds),
    },
    { name: 'raw batch of 1', run: (seconds) => inTurn(1, batch(1), seconds) },
    { name: 'raw batch of 16', run: (seconds) => inTurn(16, batch(16), seconds) },
    { name: 'raw batch of 256', run: (seconds) => inTurn(256, batch(256), seconds) },
  ]
}

// Each round begins with another one: what a contestant leaves to the disk must not always meet the same next one.
async function takeTurns(entrants: Contestant[]): Promise<BenchTable['rows']> {
  const measured = new Map(entrants.map((entrant) => [entrant, [] as number[]]))
  for (const entrant of entrants) await entrant.run(SECONDS / 3)
  for (let round = 0; round < ROUNDS; round++) {
    const order = [...entrants.slice(round), ...entrants.slice(0, round)]
    for (const entrant of order) measured.get(entrant)?.push(await entrant.run(SECONDS))
  }
  return entrants.map((entrant) => summary(entrant.name, measured.get(entrant) ?? []))
}

function summary(name: string, perSecond: number[]): Record<string, number | string> {
  const sorted = perSecond.map(Math.round).sort((a, b) => a - b)
  return { name, median: at(sorted, 0.5), lowest: at(sorted, 0), highest: at(sorted, 1) }
}

function at(sorted: number[], share: number): number {
  return sorted[Math.round((sorted.length - 1) * share)] ?? 0
}

async function concurrently(callers: number, work: () => Promise<unknown>, seconds: number): Promise<number> {
  const each = await Promise.all(Array.from({ length: callers }, () => inTurn(1, work, seconds)))
  return each.reduce((sum, count) => sum + count, 0)
}

async function inTurn(units: number, work: () => Promise<unknown>, seconds: number): Promise<number> {
  const begin = performance.now()
  let done = 0
  let elapsed = 0
  while (elapsed < seconds * 1000) {
    await work()
    done += units
    elapsed = performance.now() - begin
  }
  return (done * 1000) / elapsed
}

async function ourDatabase(path: string): Promise<Database> {
  const database = await openDatabase({ url: pathToFileURL(path).href })
  await database.write((transaction) => transaction.script('CREATE TABLE notes (body TEXT NOT NULL) STRICT'))
  return database
}

// One connection, set as ours is; otherwise the comparison would be one of settings.
async function rawClient(path: string): Promise<Client> {
  const client = createClient({ url: pathToFileURL(path).href, concurrency: 1 })
  await client.executeMultiple(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON; CREATE TABLE notes (body TEXT NOT NULL) STRICT',
  )
  return client
}

if (process.argv[1] === import.meta.filename) {
  const table = await writerBench()
  console.log(`${table.name} (${table.unit})`)
  console.table(table.rows)
}
