import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { runCommand } from './run-command.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome']
const packages = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji']

/** @returns {Promise<string>} the path of a Chromium, installed from Debian if there was none */
export async function chromium() {
  const found = await find(names)
  if (found) return found
  console.log('Installing Chromium from Debian for the journeys (once) …')
  const output = await installFromDebian()
  const installed = await find(names)
  if (installed) return installed
  throw new Error(
    `${output}\nThe journeys need Chromium and it could not be installed. Install it by hand, or set CHROMIUM to its path.`,
  )
}

async function installFromDebian() {
  const apt = await find(['apt-get'])
  if (!apt) return 'There is no apt-get here.'
  const isRoot = process.getuid?.() === 0
  if (!isRoot && !(await find(['sudo']))) return 'Installing it takes root, and there is no sudo here.'
  const before = isRoot ? [] : ['sudo', '--non-interactive']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args) => {
    const [command, ...rest] = [...before, apt, ...args]
    return runCommand(command, rest, env)
  }
  const updated = await run('update')
  const installed = await run('install', '-y', '--no-install-recommends', ...packages)
  return updated.output + installed.output
}

async function find(candidates) {
  if (process.env.CHROMIUM && candidates === names) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const path of candidates.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return undefined
}
