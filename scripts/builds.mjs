import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { root, runCommand } from './run-command.mjs'

const vite = 'node_modules/vite/bin/vite.js'
const inputs = ['pwa', 'edge/domain', 'scripts/build', 'vite.config.ts', 'package.json', 'package-lock.json']

/** What is built before anything can be served. `command` is run by Node in the project folder. */
export const builds = [
  { name: 'operator app', command: [vite, 'build', '--mode', 'operator'], inputs, output: 'dist/operator' },
  { name: 'customer page', command: [vite, 'build', '--mode', 'customer'], inputs, output: 'dist/customer' },
]

/** @returns {Promise<typeof builds>} those whose inputs changed since their output was made */
export async function staleBuilds(all = builds, folder = root) {
  const stale = await Promise.all(all.map((build) => isStale(build, folder)))
  return all.filter((_, position) => stale[position])
}

/** Builds one output and marks it with the fingerprint of what it was made from. */
export async function runBuild(build, folder = root) {
  const marker = join(folder, build.output, '.built')
  const before = await fingerprint(folder, build.inputs)
  // The mark goes first and comes back last, so that an interrupted build is never taken for a whole one.
  await rm(marker, { force: true })
  const result = await runCommand(process.execPath, build.command, { ...process.env, NODE_ENV: 'production' })
  if (result.ok) await writeFile(marker, before)
  return result
}

/** Before a start: says what it builds, and ends the process where that fails. */
export async function buildWhatIsStale(all = builds) {
  const stale = await staleBuilds(all)
  if (stale.length === 0) return
  console.log(`Building the ${stale.map((build) => build.name).join(' and the ')} …`)
  const results = await Promise.all(stale.map((build) => runBuild(build)))
  for (const [position, { ok, output }] of results.entries()) {
    if (ok) continue
    console.error(`${output}\nThe ${stale[position].name} could not be built; the reason is above.`)
    process.exitCode = 1
  }
  if (process.exitCode) process.exit()
}

async function isStale({ inputs, output }, folder) {
  const marked = await readFile(join(folder, output, '.built'), 'utf8').catch(() => undefined)
  return marked === undefined || marked !== (await fingerprint(folder, inputs))
}
