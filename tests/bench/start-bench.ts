// How long `npm start` takes until it says that it is ready, and what a browser then waits for.

import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/free-port.ts'

const runs = 7

/** Milliseconds from the command to "is ready", first and later starts in turn, each in a folder of its own. */
export async function startBench() {
  const first: number[] = []
  const later: number[] = []
  for (let run = 0; run < runs; run++) {
    const folder = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
    first.push(await start(folder))
    later.push(await start(folder))
    await rm(folder, { recursive: true, force: true })
  }
  return {
    name: 'npm start, built already',
    unit: 'ms until "is ready" (median, slowest)',
    rows: [
      { start: 'first, on an empty data folder', median: median(first), slowest: Math.max(...first) },
      { start: 'second', median: median(later), slowest: Math.max(...later) },
    ],
  }
}

async function start(folder: string): Promise<number> {
  const port = await freePort()
  const since = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'silent' },
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  for await (const part of child.stdout) {
    output += part
    if (output.includes('is ready')) break
  }
  const took = Math.round(performance.now() - since)
  const gone = new Promise((resolve) => child.once('close', resolve))
  process.kill(-(child.pid ?? 0), 'SIGTERM')
  await gone
  return took
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

if (process.argv[1] === import.meta.filename) console.table((await startBench()).rows)
