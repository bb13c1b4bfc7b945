import './node-version.mjs'
import { chdir } from 'node:process'

const { install } = await import('./install.mjs')
const { root } = await import('./run-command.mjs')
chdir(root)
await install({ withDev: true })

const { register } = await import('tsx/esm/api')
register()
const { networkTools } = await import('./network-tools.mjs')
const { buildChecks, walkJourneys } = await import('./walks.mjs')
const { nothing, runChecks } = await import('../tests/support/runner/check.ts')
const { compileAll } = await import('../tests/support/runner/compiled.mjs')
const { projectFiles } = await import('../tests/support/runner/project-files.ts')
const { chosen, close } = await import('../tests/support/runner/report.ts')
const { chaos } = await import('../tests/support/runner/suites.ts')

await compileAll(await projectFiles())
const built = await runChecks(buildChecks, 2)
await networkTools()
// One at a time: what is walked here is heavy by itself, and its waits are real ones.
const walks = chosen(await chaos(), process.argv.slice(2))
close([built, built.failed ? nothing : await walkJourneys(walks, 1)])
