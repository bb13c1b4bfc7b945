import { type ChildProcess, spawn } from 'node:child_process'
import { endGroup, endGroupSoon, startedGroup } from './process-groups.ts'
import { readSummary } from './summary.ts'

/** How a process came to its end. `stopped` says why it had to be ended from outside. */
export interface ProcessEnd {
  output: string
  code: number | null
  signal: NodeJS.Signals | null
  stopped?: string
}

export interface Limits {
  /** Milliseconds that the whole file may take. */
  file: number
  /** Milliseconds that it may live on after its last test; an open socket or timer is a leak. */
  linger: number
}

export function runNode(args: string[], env: NodeJS.ProcessEnv, limits: Limits): Promise<ProcessEnd> {
  return runProgram(process.execPath, args, env, limits)
}

/** Runs a program in a process group of its own, so that nothing a test started outlives it. */
export function runProgram(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  limits: Limits,
): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    startedGroup(child)
    const watch = watchProcess(child, limits)
    child.on('error', (error) => resolve({ output: error.message, code: 1, signal: null }))
    child.on('exit', () => endGroup(child))
    child.on('close', (code, signal) => resolve({ ...watch.end(), code, signal }))
  })
}

function watchProcess(child: ChildProcess, limits: Limits) {
  let output = ''
  let stopped: string | undefined
  let lingering: NodeJS.Timeout | undefined
  const stop = (reason: string) => {
    stopped = reason
    endGroupSoon(child)
  }
  const late = setTimeout(
    stop,
    limits.file,
    `the file took longer than ${limits.file / 1000} s and was ended`,
  )
  const hear = (data: string) => {
    output += data
    if (!lingering && readSummary(output)) lingering = setTimeout(stop, limits.linger, leak)
  }
  child.stdout?.setEncoding('utf8').on('data', hear)
  child.stderr?.setEncoding('utf8').on('data', hear)
  const end = () => {
    clearTimeout(late)
    clearTimeout(lingering)
    return stopped ? { output, stopped } : { output }
  }
  return { end }
}

const leak = 'its tests are over but the process lives on: something was left open'
