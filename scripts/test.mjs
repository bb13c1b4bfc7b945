import './node-version.mjs'
import { availableParallelism } from 'node:os'
import { chdir } from 'node:process'

const { install } = await import('./install.mjs')
const { root } = await import('./run-command.mjs')
chdir(root)
await install({ withDev: true })

const { register } = await import('tsx/esm/api')
register()
const { program } = await import('./debian.mjs')
const { networkTools } = await import('./network-tools.mjs')
const { buildChecks, walkJourneys } = await import('./walks.mjs')
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
const walked = only(await journeys())
const built = await runChecks(walked.length > 0 ? buildChecks : only(buildChecks), cores)
const checked = await runChecks(only([...(await staticChecks()), ...(await unitTests())]), cores)
await networkTools()
await program(['nats-server'], ['nats-server'], 'NATS for the tests of several instances')
await program(['caddy'], ['caddy'], 'Caddy for the tests of the deployment')
const api = await runChecks(only([...(await apiTests()), ...(await otherLanes())]), cores)
close([built, checked, api, built.failed ? nothing : await walkJourneys(walked, cores)])
