import { nothing, runChecks } from '../tests/support/runner/check.ts'
import { builds, runBuild, staleBuilds } from './builds.mjs'
import { chromium } from './chromium.mjs'

/** The builds as lines of the report: made anew only where their inputs changed. */
export const buildChecks = builds.map(buildCheck)

function buildCheck(build) {
  const run = async () => {
    const stale = (await staleBuilds([build])).length > 0
    const { ok, output } = stale ? await runBuild(build) : { ok: true, output: '' }
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, detail: ok ? '' : output }
  }
  return { name: `build of the ${build.name}`, run }
}

/** Walks these in a real browser. It would only show what a failed build left behind, so this comes after the builds. */
export async function walkJourneys(checks, atOnce) {
  if (checks.length === 0) return nothing
  const browser = {
    name: 'Chromium',
    run: async () => {
      process.env.CHROMIUM = await chromium()
      return { passed: 1, failed: 0, skipped: 0, detail: '' }
    },
  }
  const found = await runChecks([browser], 1)
  return found.failed ? found : runChecks(checks, atOnce)
}
