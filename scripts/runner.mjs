// The runner of the tests, as the commands have it.
import './ready.mjs'
import { availableParallelism } from 'node:os'

const { compileAll } = await import('../tests/support/runner/compiled.mjs')
const { projectFiles } = await import('../tests/support/runner/project-files.ts')

export const cores = Math.max(2, availableParallelism())
export const { nothing, runChecks } = await import('../tests/support/runner/check.ts')
export const { chosen, close } = await import('../tests/support/runner/report.ts')
export const suites = await import('../tests/support/runner/suites.ts')

/** To be done before the first test starts. */
export const compileTests = async () => compileAll(await projectFiles())

const { buildWorker } = await import('../tests/support/workerd/workerd.ts')
const { workerUnderTest } = await import('../tests/support/workerd/worker-door.ts')

/** Before any of these checks, which run side by side, would build it for itself. What fails is told by them. */
export const buildWorkers = async (checks) => {
  if (checks.some(({ name }) => name.includes(' on workerd')))
    await buildWorker(workerUnderTest).catch(() => {})
}
