import './node-version.mjs'
import { availableParallelism } from 'node:os'
import { chdir } from 'node:process'

const { install } = await import('./install.mjs')
const { root } = await import('./run-command.mjs')
chdir(root)
await install({ withDev: true })

const { register } = await import('tsx/esm/api')
register()
const { runChecks } = await import('../tests/support/runner/check.ts')
const { compileAll } = await import('../tests/support/runner/compiled.mjs')
const { projectFiles } = await import('../tests/support/runner/project-files.ts')
const { chosen, close } = await import('../tests/support/runner/report.ts')
const { staticChecks, unitTests } = await import('../tests/support/runner/suites.ts')

await compileAll(await projectFiles())
const cores = Math.max(2, availableParallelism())
const checks = [...(await staticChecks()), ...(await unitTests())]
close([await runChecks(chosen(checks, process.argv.slice(2)), cores)])
