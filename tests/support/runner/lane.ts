// What a file of tests runs on. The same files run on several: one edge, two runtimes, two kinds of database.

import { deno, denoOptions } from './deno.ts'

export interface Lane {
  /** In workerd the API runs, and the tests beside it on Node: tests/support/workerd/. */
  runtime: 'node' | 'deno' | 'workerd'
  database: 'file' | 'remote'
}

export const usual: Lane = { runtime: 'node', database: 'file' }

const names = { node: '', deno: ' on Deno', workerd: ' on workerd' }

/** As the report names it, behind the file: nothing, ` on Deno`, ` over a remote database` … */
export function laneName({ runtime, database }: Lane): string {
  return `${names[runtime]}${database === 'remote' ? ' over a remote database' : ''}`
}

/**
 * A file may say in its first lines that it has nothing to prove there: `// not on Deno: why`. In workerd there is no other
 * database than a remote one, so what is said of those alone does not count.
 */
export function isFor(lane: Lane, source: string): boolean {
  const head = source.split('\n', 10).join('\n')
  const reasons = [
    { ...usual, runtime: lane.runtime },
    { ...usual, database: lane.runtime === 'workerd' ? 'file' : lane.database },
  ].map((one) => laneName(one as Lane))
  return reasons.every((name) => name === '' || !head.includes(`// not${name}: `))
}

const imports = new URL('./deno-imports.json', import.meta.url).pathname

/** The tests start processes and write where they like; nothing else is open. */
const doors = ['net', 'env', 'sys', 'ffi', 'read', 'write', 'run'].map((door) => `--allow-${door}`)

/** The command before a file's name; `undefined` where there is no Deno. */
export function denoCommand(): { program: string; options: string[] } | undefined {
  const program = deno()
  return program === undefined
    ? undefined
    : { program, options: [...denoOptions, ...doors, `--import-map=${imports}`] }
}
