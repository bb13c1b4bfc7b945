import { closeBrowsers } from '../support/browsers.ts'
import type { Contestant } from './first-frame/contestant.ts'
import { barePage, peerJsPage } from './first-frame/plain-pages.ts'
import { visavis } from './first-frame/visavis.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 12)

/** From the green button to the first frame of the customer's camera, on one machine; the contestants take turns. */
export async function callFirstFrameBench() {
  const contestants = await Promise.all([barePage(), peerJsPage(), visavis()])
  const took = new Map<Contestant, number[]>(contestants.map((one) => [one, []]))
  try {
    // One round that does not count: code is compiled and caches are filled.
    for (let round = 0; round <= rounds; round++) {
      for (const one of contestants) {
        const ms = await one.run()
        if (round > 0) took.get(one)?.push(ms)
      }
    }
  } finally {
    for (const one of contestants) await one.end()
    await closeBrowsers()
  }
  const bare = median([...took.values()][0] ?? [])
  const rows = contestants.map((one) => {
    const all = took.get(one) ?? []
    return {
      contestant: one.name,
      runs: all.length,
      fastest: Math.round(Math.min(...all)),
      median: Math.round(median(all)),
      slowest: Math.round(Math.max(...all)),
      'ratio to bare': Number((median(all) / bare).toFixed(2)),
    }
  })
  return { name: 'From the green button to the first remote frame', unit: 'ms', rows }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
