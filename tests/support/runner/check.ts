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
  /** What was said of each check that failed, below its name. */
  failures: string[]
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }

/** Runs checks, `atOnce` of them side by side, prints each as it ends, and adds them up. */
export async function runChecks(checks: Check[], atOnce: number, print = console.log): Promise<Tally> {
  const queue = [...checks]
  const tallies: Tally[] = []
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) tallies.push(await report(next, print))
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return sum(tallies)
}

async function report(check: Check, print: (line: string) => void): Promise<Tally> {
  const started = performance.now()
  const outcome = await check.run().catch(crashed)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const detail = outcome.detail ? `\n\n${outcome.detail.replace(/^/gm, '    ')}\n` : ''
  const line = `${check.name}  ${words(outcome)}, ${seconds} s${detail}`
  print(`${outcome.failed ? '✘' : '•'} ${line}`)
  return { ...outcome, failures: outcome.failed ? [line] : [] }
}

function crashed(error: unknown): Outcome {
  return {
    passed: 0,
    failed: 1,
    skipped: 0,
    detail: error instanceof Error ? `${error.stack}` : String(error),
  }
}

/** The closing line, as programs read it: `N passed, N failed`, and `, N skipped` only when some were. */
export function words({ passed, failed, skipped }: Omit<Tally, 'failures'>): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** Several tallies as one. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      failures: [...all.failures, ...one.failures],
    }),
    nothing,
  )
}
