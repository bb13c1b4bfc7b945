import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { root } from './run-command.mjs'

/** @returns {string | undefined} the Deno that package.json pins; npm brings none for some systems, such as Alpine */
export function deno() {
  try {
    return createRequire(import.meta.url)('deno/install_api.cjs').runInstall()
  } catch {
    return undefined
  }
}

/** Packages as npm installed them, nothing fetched while it runs, and no question to a person who is not there. */
export const denoOptions = ['run', '--node-modules-dir=manual', '--no-remote', '--no-prompt', '--no-check']

/**
 * What the edge on Deno may touch: this folder to read, its data to write, the network, and the database engine, which
 * is native code. Packages read whatever variables and facts of the system they like, so those two are open.
 * @param {Record<string, string | undefined>} environment
 */
export function edgeOptions({ DATA_DIR = '.visavis', DATABASE_URL = '' }) {
  const file = /^file:(?!\/\/)(.+)/.exec(DATABASE_URL)?.[1]
  const data = [DATA_DIR, ...(file ? [dirname(file)] : [])].map((folder) => resolve(folder))
  // The engine looks there for which C library it is to be.
  const readable = [root, '/usr/bin/ldd', ...data]
  return [
    ...denoOptions,
    '--allow-net',
    '--allow-env',
    '--allow-sys',
    `--allow-ffi=${resolve(root, 'node_modules')}`,
    `--allow-read=${readable}`,
    `--allow-write=${data}`,
  ]
}
