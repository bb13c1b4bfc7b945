import { deno, edgeOptions } from './runner/deno.ts'
import type { Lane } from './runner/lane.ts'

export const thisRuntime: Lane['runtime'] = 'Deno' in globalThis ? 'deno' : 'node'

interface Command {
  program: string
  args: string[]
}

/** The real entry as a process of its own, as `npm start` and `npm run start:deno` have it. */
export function startCommand(
  environment: Record<string, string>,
  runtime = thisRuntime,
  entry = 'edge/main.ts',
  compiler = 'tsx',
): Command {
  if (runtime === 'node') return { program: nodePath(), args: ['--import', compiler, entry] }
  const program = deno()
  if (program === undefined) throw new Error('There is no Deno here')
  return { program, args: [...edgeOptions(environment), entry] }
}

/** The same entry, compiled as the tests are: where it is not the start that is looked at, it is there in half the time. */
export const quickCommand = (
  environment: Record<string, string>,
  runtime: Lane['runtime'] = thisRuntime,
  entry = 'edge/main.ts',
): Command => startCommand(environment, runtime, entry, preload)

const preload = new URL('./runner/load-preload.mjs', import.meta.url).href

const nodePath = () => (thisRuntime === 'node' ? process.execPath : 'node')
