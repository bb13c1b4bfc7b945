// Nets, not measures: nothing that works comes near them, even on a machine that is three times as slow.
const wholeFile = 240_000
const singleTest = 60_000

/** Milliseconds for a whole file and for each of its tests. */
export interface TimeLimits {
  file: number
  test: number
}

/**
 * A file may ask for more in its first lines: `// time-out: 300 s`. Any of its tests may then take that long.
 * The file gets the grace on top, so that a hanging test is named before the file as a whole is ended.
 */
export function timeLimits(source: string, grace: number): TimeLimits {
  const head = source.split('\n', 10).join('\n')
  const seconds = /^\/\/ time-out: (\d+) s\b/m.exec(head)?.[1]
  if (!seconds) return { file: wholeFile, test: singleTest }
  const asked = Number(seconds) * 1000
  return { file: asked + grace, test: asked }
}
