const wholeFile = 120_000
const singleTest = 30_000

/** Milliseconds for a whole file and for each of its tests. */
export interface TimeLimits {
  file: number
  test: number
}

/**
 * A file may ask for more in its first lines: `// time-out: 300 s`. Each of its tests may then take as long,
 * less what the runner needs to name the one that hung before the file as a whole is ended.
 */
export function timeLimits(source: string): TimeLimits {
  const head = source.split('\n', 10).join('\n')
  const seconds = /^\/\/ time-out: (\d+) s\b/m.exec(head)?.[1]
  if (!seconds) return { file: wholeFile, test: singleTest }
  const file = Number(seconds) * 1000
  return { file, test: file * 0.9 }
}
