// The way from a test to its edge in workerd: each request says which database, clock and settings are the test's own.

import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Edge, LogLine } from '../../../edge/routes/edge.ts'
import type { Told } from './edge-under-test.ts'
import { buildWorker, workerBuild, workerdPath } from './workerd.ts'

/** Whether the API of this process' tests runs there; see tests/support/runner/lane.ts. */
export const isOnWorkerd = process.env.TEST_RUNTIME === 'workerd'

export const workerUnderTest = workerBuild('tests/support/workerd/edge-under-test.ts', '.cache/tests/workerd')

let address: Promise<string> | undefined

/** One for all tests of the process; it ends with it. */
export function workerAddress(): Promise<string> {
  address ??= start()
  return address
}

export function askWorker(edge: Edge, databaseUrl: string, logs: (line: LogLine) => void) {
  return async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('x-test-edge', JSON.stringify(toldOf(edge, databaseUrl)))
    const answer = await fetch((await workerAddress()) + path, { ...init, headers, redirect: 'manual' })
    const said = JSON.parse(decodeURIComponent(answer.headers.get('x-test-logs') ?? '[]')) as LogLine[]
    for (const line of said) logs(line)
    return answer
  }
}

const ofTheWorker = ['files', 'relay', 'tail', 'bus', 'metrics', 'phoneNumbers', 'closing', 'database']

function toldOf(edge: Edge, databaseUrl: string): Told {
  const data = Object.entries(edge).filter(
    ([name, value]) => !ofTheWorker.includes(name) && typeof value !== 'function',
  )
  const { addresses, isThere } = edge.brokers
  return {
    databaseUrl,
    now: edge.clock(),
    brokersGone: addresses.filter((address) => !isThere(address)),
    edge: Object.fromEntries(data) as Partial<Edge>,
  }
}

async function start(): Promise<string> {
  await buildWorker(workerUnderTest)
  const options = [
    'serve',
    fileURLToPath(new URL('edge-under-test.capnp', import.meta.url)),
    '--control-fd=3',
  ]
  const child = spawn(workerdPath(), options, { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
  process.once('exit', () => child.kill('SIGKILL'))
  const port = await portOf(child)
  child.unref()
  return `http://127.0.0.1:${port}`
}

export function portOf(child: ChildProcess): Promise<number> {
  const control = child.stdio[3]
  if (!control || !('setEncoding' in control)) throw new TypeError('there is no pipe to hear the port from')
  return new Promise((resolve, reject) => {
    control.setEncoding('utf8').once('data', (line: string) => {
      control.destroy()
      resolve(JSON.parse(line).port)
    })
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code} before it listened`)))
  })
}
