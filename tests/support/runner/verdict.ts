import { readSummary, type Summary } from './summary.ts'
import type { ProcessEnd } from './test-process.ts'

/** What one check came to. `detail` is shown: all that was said when something failed, else hints alone. */
export interface Outcome {
  passed: number
  failed: number
  skipped: number
  detail: string
}

/**
 * uvu ends with exit code 0 when a `before` hook throws, when `run()` was forgotten and when a file holds
 * nothing. So a test file passes only if it ended by itself, with code 0, and says that all of at least one passed;
 * or if it skipped them all and said why: that is counted as skipped, and shown.
 */
export function verdict(end: ProcessEnd): Outcome {
  const summary = readSummary(end.output) ?? { total: 0, passed: 0, skipped: 0 }
  const complaint = complaintAbout(end, summary)
  const unmet = Math.max(0, summary.total - summary.passed)
  const failed = complaint ? Math.max(1, unmet) : 0
  const detail = complaint ? `${end.output.trimEnd()}\n  → ${complaint}`.trimStart() : hintsIn(end.output)
  return { passed: summary.passed, failed, skipped: summary.skipped, detail }
}

function complaintAbout(end: ProcessEnd, { total, passed, skipped }: Summary): string | undefined {
  if (end.stopped) return end.stopped
  const saidWhy = skipped > 0 && /\bhint: skipped, ./.test(end.output)
  if (total === 0 && !saidWhy) return 'the file ran no test: is test.run() missing, or every test skipped?'
  if (passed !== total) return `${total - passed} of ${total} did not pass`
  if (end.signal) return `the process was ended by ${end.signal}`
  if (end.code !== 0) return `the process ended with code ${end.code} although its tests passed`
  return undefined
}

function hintsIn(output: string): string {
  return (output.match(/\bhint: .*$/gm) ?? []).join('\n')
}
