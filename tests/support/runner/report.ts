import { type Check, sum, type Tally, words } from './check.ts'

/** Keeps the checks whose name contains one of the words from the command line; all when there are none. */
export function chosen(checks: Check[], wanted: string[]): Check[] {
  if (wanted.length === 0) return checks
  return checks.filter((check) => wanted.some((word) => check.name.includes(word)))
}

/**
 * Says once more what failed, as it is far above by now, then prints the closing line and sets the exit code.
 * That nothing ran at all is no success.
 */
export function close(tallies: Tally[], print = console.log): void {
  const all = sum(tallies)
  if (all.failed > 0 || all.passed === 0) process.exitCode = 1
  if (all.failures.length > 0) print(`\nWhat failed:\n\n✘ ${all.failures.join('\n✘ ')}`)
  print(`\n${words(all)}`)
}
