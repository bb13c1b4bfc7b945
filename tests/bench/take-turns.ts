import { median } from './median.ts'

/** Somebody who is measured. */
export interface Entrant {
  name: string
  /** Milliseconds, or whatever is to be small. */
  run(): Promise<number>
  end(): Promise<void>
}

/**
 * Measures all of them in turn, so that a moment in which the machine is busy falls on everybody. One round does not
 * count: code is compiled in it and caches are filled. The ratio is to the first of them.
 */
export async function takeTurns(entrants: readonly Entrant[], rounds: number) {
  const took = entrants.map((): number[] => [])
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const [position, entrant] of entrants.entries()) {
        const value = await entrant.run()
        if (round > 0) took[position]?.push(value)
      }
    }
  } finally {
    for (const { end } of entrants) await end()
  }
  const first = median(took[0] ?? [])
  return entrants.map(({ name }, position) => rowOf(name, took[position] ?? [], first))
}

function rowOf(contestant: string, all: readonly number[], first: number) {
  return {
    contestant,
    runs: all.length,
    fastest: Math.round(Math.min(...all)),
    median: Math.round(median(all)),
    slowest: Math.round(Math.max(...all)),
    ratio: Number((median(all) / first).toFixed(2)),
  }
}
