import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { access, mkdir, readFile, rename } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { command } from './command.ts'
import type { Profile } from './profiles.ts'

const source = fileURLToPath(new URL('network-emulator.c', import.meta.url))
const cache = fileURLToPath(new URL('../../../.cache/lab', import.meta.url))
const drops = { nothing: 0, udp: 1, 'all but https': 2, everything: 3 }

export interface LineState extends Profile {
  drop: keyof typeof drops
}

/** One end of a line: a device by this name appears in the namespace. */
export interface LineEnd {
  namespace: string
  device: string
}

export interface Emulator {
  /** Resolves once it holds for whatever comes next. */
  shape(state: LineState): Promise<void>
  end(): Promise<void>
}

/** A line between two namespaces. "Up" is from `near` to `far`. */
export async function startEmulator(near: LineEnd, far: LineEnd, first: LineState): Promise<Emulator> {
  const args = [near.namespace, near.device, far.namespace, far.device, '1']
  const child = spawn(await compiled(), args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  let last: Promise<unknown> = Promise.resolve()
  child.stdin.on('error', () => {})

  async function send(state: LineState): Promise<void> {
    child.stdin.write(`${lineOf(state)}\n`)
    if ((await answers.next()).value !== 'ok') throw new Error('The network emulator has ended.')
  }

  // In turn, so that each answer is that of its own line.
  const shape = (state: LineState) => {
    const sent = last.then(() => send(state))
    last = sent.catch(() => {})
    return sent
  }

  await shape(first)
  return {
    shape,
    async end() {
      child.stdin.end()
      await ended
    },
  }
}

function lineOf(state: LineState): string {
  const { delayMs, jitterMs, lossPercent, upKbit, downKbit, queueMs, drop } = state
  return [delayMs, jitterMs, lossPercent, upKbit, downKbit, queueMs, drops[drop]].join(' ')
}

// Named after its source, so that a change is compiled anew; renamed into place, so that two who compile it at
// once do not run half a program.
async function compiled(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(source))
  const program = `${cache}/network-emulator-${hash.digest('hex').slice(0, 16)}`
  if (
    await access(program)
      .then(() => true)
      .catch(() => false)
  )
    return program
  await mkdir(cache, { recursive: true })
  const fresh = `${program}.${process.pid}`
  await command('gcc', ['-O2', '-Wall', '-Wextra', '-Werror', '-o', fresh, source])
  await rename(fresh, program)
  return program
}
