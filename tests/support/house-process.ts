import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { chooseHousePlace, type HousePlace } from './house-place.ts'
import type { OpenHouse } from './open-house.ts'
import type { Lane } from './runner/lane.ts'
import { quickCommand, startCommand } from './start-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const startMs = 60_000

// A benchmark measures what everybody starts.
const isInTest = process.env.TEST_RUNTIME !== undefined

/** The server as a process of its own: one that can be killed, and started again on the same data and port. */
export interface HouseProcess extends OpenHouse {
  /** What a power cut does. */
  kill(): Promise<void>
  /** What a deployment does. Resolves with the exit code. */
  terminate(): Promise<number | null>
  startAgain(): Promise<void>
  pid(): number
}

/** @param tree where the program lies: this one, unless a test has another version of it */
export async function startHouseProcess(
  over: Record<string, string> = {},
  runtime?: Lane['runtime'],
  tree = root,
): Promise<HouseProcess> {
  const place = await chooseHousePlace(over)
  let running = await startProcess(place, runtime, tree)

  async function send(signal: NodeJS.Signals): Promise<number | null> {
    if (running.exitCode !== null || running.signalCode !== null) return running.exitCode
    const ended = once(running, 'exit')
    running.kill(signal)
    const [code] = await ended
    return code
  }

  return {
    url: place.url,
    publicUrl: place.publicUrl,
    databaseUrl: `file:${place.environment.DATA_DIR}/visavis.db`,
    pid: () => running.pid ?? 0,
    kill: async () => void (await send('SIGKILL')),
    terminate: () => send('SIGTERM'),
    async startAgain() {
      running = await startProcess(place, runtime, tree)
    },
    async end() {
      await send('SIGKILL')
      await place.clear()
    },
  }
}

/** Resolves once it has said that it is ready; rejects with what it said instead. */
function startProcess(
  place: HousePlace,
  runtime: Lane['runtime'] | undefined,
  cwd: string,
): Promise<ChildProcess> {
  const env = { ...process.env, ...place.environment }
  const command = isInTest && cwd === root ? quickCommand : startCommand
  const { program, args } = command(place.environment, runtime)
  const child = spawn(program, args, { cwd, env })
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      if (!said.includes('Visavis is ready')) return
      clearTimeout(late)
      resolve(child)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    // One that hangs is ended like one that fails, and its starter told.
    const late = setTimeout(() => child.kill('SIGKILL'), startMs)
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The house ended with ${code} before it was ready:\n${said}`))
    })
  })
}
