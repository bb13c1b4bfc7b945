import './node-version.mjs'
import { availableParallelism } from 'node:os'
import { chdir } from 'node:process'

const { install } = await import('./install.mjs')
const { root } = await import('./run-command.mjs')
chdir(root)
await install({ withDev: true })

const { register } = await import('tsx/esm/api')
register()
const { builds, runBuild, staleBuilds } = await import('./builds.mjs')
const { chromium } = await import('./chromium.mjs')
const { program } = await import('./debian.mjs')
const { networkTools } = await import('./network-tools.mjs')
const { nothing, runChecks } = await import('../tests/support/runner/check.ts')
const { compileAll } = await import('../tests/support/runner/compiled.mjs')
const { projectFiles } = await import('../tests/support/runner/project-files.ts')
const { chosen, close } = await import('../tests/support/runner/report.ts')
const { apiTests, journeys, otherLanes, staticChecks, unitTests } = await import(
  '../tests/support/runner/suites.ts'
)

await compileAll(await projectFiles())
const cores = Math.max(2, availableParallelism())
const only = (checks) => chosen(checks, process.argv.slice(2))
const built = await runChecks(only(builds.map(buildCheck)), cores)
const checked = await runChecks(only([...(await staticChecks()), ...(await unitTests())]), cores)
await networkTools()
await program(['nats-server'], ['nats-server'], 'NATS for the tests of several instances')
const api = await runChecks(only([...(await apiTests()), ...(await otherLanes())]), cores)
close([built, checked, api, built.failed ? nothing : await walkJourneys(only(await journeys()))])

function buildCheck(build) {
  const run = async () => {
    const stale = (await staleBuilds([build])).length > 0
    const { ok, output } = stale ? await runBuild(build) : { ok: true, output: '' }
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, detail: ok ? '' : output }
  }
  return { name: `build of the ${build.name}`, run }
}

// A browser would only show what a failed build left behind, so this comes after the builds.
async function walkJourneys(checks) {
  if (checks.length === 0) return nothing
  const browser = {
    name: 'Chromium',
    run: async () => {
      process.env.CHROMIUM = await chromium()
      return { passed: 1, failed: 0, skipped: 0, detail: '' }
    },
  }
  const found = await runChecks([browser], 1)
  return found.failed ? found : runChecks(checks, cores)
}
