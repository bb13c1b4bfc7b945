import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { typescriptOptions } from '../../support/typescript-options.ts'

const SCRIPT = fileURLToPath(new URL('kill-writer.ts', import.meta.url))
const START_MS = 60_000

/** One process that writes, from its start to its SIGKILL. */
export interface Life {
  writer: string
  number: number
  /** Resolves when the process has the database open and begins to write. */
  begin(): Promise<void>
  /** what it was told is stored */
  acknowledged(): number[]
  kill(): Promise<void>
}

/** The process is started, and waits for `begin`: so the next one can load while this one still writes. */
export function spawnLife(url: string, writer: string, number: number, folder: string): Life {
  const file = `${folder}/${writer}-${number}.acks`
  const child = spawnWriter([url, writer, `${number}`], file)
  const errors = collect(child)
  const name = `${writer}, life ${number}`
  return {
    writer,
    number,
    begin: () => begin(child, () => `${name} did not get ready; it said: ${errors()}`),
    acknowledged: () => numbersIn(file),
    kill: () => kill(child, () => `${name} had ended by itself; it said: ${errors()}`),
  }
}

// A file as stdout keeps what was acknowledged in the very moment of the kill.
function spawnWriter(args: string[], stdout: string): ChildProcess {
  const acks = openSync(stdout, 'w')
  const command = [...typescriptOptions, SCRIPT, ...args]
  const child = spawn(process.execPath, command, { stdio: ['ignore', acks, 'pipe', 'ipc'] })
  closeSync(acks)
  return child
}

function begin(child: ChildProcess, complaint: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error(complaint()))
    const timer = setTimeout(fail, START_MS)
    child.once('exit', fail)
    child.once('message', () => {
      clearTimeout(timer)
      child.off('exit', fail)
      resolve()
    })
    child.send('begin')
  })
}

async function kill(child: ChildProcess, complaint: () => string): Promise<void> {
  if (child.exitCode !== null) throw new Error(complaint())
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

function collect(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (data) => {
    text += data
  })
  return () => text || 'nothing'
}

// The last line may have been cut off by the kill.
function numbersIn(file: string): number[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1).map(Number)
}
