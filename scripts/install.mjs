import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root, runCommand } from './run-command.mjs'

/**
 * Brings node_modules to what the lock file says, or does nothing when it is there already.
 * @param {{ withDev: boolean, folder?: string }} options `withDev`: the tools for tests too
 */
export async function install({ withDev, folder = root }) {
  if (await isInstalled({ withDev, folder })) return
  console.log('Installing what package-lock.json names (a minute or two, once) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const args = ['ci', '--no-audit', '--no-fund', ...(withDev ? ['--include=dev'] : ['--omit=dev'])]
  const { ok, output } = await runCommand(npm, args)
  if (ok) return
  console.error(`${output}\nThe packages could not be installed: npm ci failed, its words are above.`)
  process.exit(1)
}

/**
 * npm keeps what it installed in node_modules/.package-lock.json and writes that file last,
 * so an interrupted install never looks complete.
 */
export async function isInstalled({ withDev, folder = root }) {
  const [wanted, present] = await Promise.all([
    packagesIn(join(folder, 'package-lock.json')),
    packagesIn(join(folder, 'node_modules', '.package-lock.json')),
  ])
  if (!wanted) throw new Error('package-lock.json is missing or unreadable')
  if (!present) return false
  return Object.entries(wanted).every(([path, entry]) => satisfied(path, entry, present, withDev))
}

function satisfied(path, wanted, present, withDev) {
  if (path === '') return true
  const found = present[path]
  // Optional packages are those of other platforms; dev packages may be absent from a plain start.
  const mayBeAbsent = wanted.optional || wanted.devOptional || (wanted.dev && !withDev)
  if (!found) return Boolean(mayBeAbsent)
  const sameContents = !wanted.integrity || found.integrity === wanted.integrity
  return found.version === wanted.version && sameContents
}

async function packagesIn(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages
  } catch {
    return undefined
  }
}
