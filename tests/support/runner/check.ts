import type { Outcome } from './verdict.ts'

/** One line of the report: a tool's run, or one file of tests. */
export interface Check {
  name: string
  run: () => Promise<Outcome>
}

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 }

/** Runs checks, `atOnce` of them side by side, prints each as it ends, and adds them up. */
export async function runChecks(checks: Check[], atOnce: number, print = console.log): Promise<Tally> {
  const queue = [...checks]
  const tally = { ...nothing }
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) add(tally, await report(next, print))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return tally
}

async function report(check: Check, print: (line: string) => void): Promise<Outcome> {
  const started = performance.now()
  const outcome = await check.run().catch(crashed)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  print(`${outcome.failed ? '✘' : '•'} ${check.name}  ${words(outcome)}, ${seconds} s`)
  if (outcome.detail) print(`\n${outcome.detail.replace(/^/gm, '    ')}\n`)
  return outcome
}

function crashed(error: unknown): Outcome {
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    detail: error instanceof Error ? `${error.stack}` : String(error),
  }
}

function add(tally: Tally, outcome: Tally): void {
  tally.passed += outcome.passed
  tally.failed += outcome.failed
  tally.skipped += outcome.skipped
}

/** The closing line, as programs read it: `N passed, N failed`, and `, N skipped` only when some were. */
export function words({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** Several tallies as one. */
export function sum(tallies: Tally[]): Tally {
  const all = { ...nothing }
  for (const tally of tallies) add(all, tally)
  return all
}
