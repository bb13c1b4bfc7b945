/** What uvu says at its end. `total` leaves out what was skipped. */
export interface Summary {
  total: number
  passed: number
  skipped: number
}

const block = /^ {2}Total: +(\d+)\n {2}Passed: +(\d+)\n {2}Skipped: +(\d+)$/gm

/**
 * Reads uvu's closing lines, or undefined where there are none.
 * uvu closes more than once when a file awaits between two `run()`s, and the last one then
 * sets the exit code for all: so the blocks are added up, and the sums are believed before the code.
 */
export function readSummary(output: string): Summary | undefined {
  const blocks = [...output.matchAll(block)].map((match) => match.slice(1).map(Number))
  if (blocks.length === 0) return undefined
  const sum = (column: number) => blocks.reduce((all, row) => all + (row[column] ?? 0), 0)
  return { total: sum(0), passed: sum(1), skipped: sum(2) }
}
