import { deno, edgeOptions } from './runner/deno.ts'
import type { Lane } from './runner/lane.ts'

export const thisRuntime: Lane['runtime'] = 'Deno' in globalThis ? 'deno' : 'node'

/** The real entry as a process of its own, as `npm start` and `npm run start:deno` have it. */
export function startCommand(
  environment: Record<string, string>,
  runtime = thisRuntime,
  entry = 'edge/main.ts',
): { program: string; args: string[] } {
  if (runtime === 'node') return { program: nodePath(), args: ['--import', 'tsx', entry] }
  const program = deno()
  if (program === undefined) throw new Error('There is no Deno here')
  return { program, args: [...edgeOptions(environment), entry] }
}

const nodePath = () => (thisRuntime === 'node' ? process.execPath : 'node')
