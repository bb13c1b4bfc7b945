import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.mjs'

/**
 * A program of this machine, installed from Debian if there was none.
 * @param {string[]} names by which it may be found
 * @param {string[]} packages Debian's, that bring it
 * @param {string} purpose told while it is installed: "Chromium for the journeys"
 * @returns {Promise<{ path?: string, output: string }>} `output` says why there is no path
 */
export async function program(names, packages, purpose) {
  const found = await findProgram(names)
  if (found) return { path: found, output: '' }
  console.log(`Installing ${purpose} from Debian (once) …`)
  const output = await installFromDebian(packages)
  return { path: await findProgram(names), output }
}

// apt lets nobody else in while it works.
let last = Promise.resolve()

function installFromDebian(packages) {
  const installed = last.then(() => installNow(packages))
  last = installed
  return installed
}

let updated

async function installNow(packages) {
  const apt = await findProgram(['apt-get'])
  if (!apt) return 'There is no apt-get here.'
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !(await findProgram(['sudo']))) return 'Installing it takes root, and there is no sudo here.'
  const before = isRoot ? [] : ['sudo', '--non-interactive']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args) => {
    const [command, ...rest] = [...before, apt, ...args]
    return runCommand(command, rest, env)
  }
  updated ??= run('update')
  const { output } = await updated
  const installed = await run('install', '-y', '--no-install-recommends', ...packages)
  return output + installed.output
}

async function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const path of names.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (await isProgram(path)) return path
  }
  return undefined
}

function isProgram(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}
