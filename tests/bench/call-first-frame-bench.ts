import { closeBrowsers } from '../support/browsers.ts'
import { type Contestant, type Course, type Stage, stages } from './first-frame/contestant.ts'
import { barePage, peerJsPage } from './first-frame/plain-pages.ts'
import { visavis } from './first-frame/visavis.ts'
import { median } from './median.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 12)

/** From the green button to the first frame of the customer's camera, on one machine; the contestants take turns. */
export async function callFirstFrameBench() {
  const contestants = await Promise.all([barePage(), peerJsPage(), visavis()])
  const courses = new Map<Contestant, Course[]>(contestants.map((one) => [one, []]))
  try {
    // One round that does not count: code is compiled and caches are filled.
    for (let round = 0; round <= rounds; round++) {
      for (const one of contestants) {
        const course = await one.run()
        if (round > 0) courses.get(one)?.push(course)
      }
    }
  } finally {
    for (const one of contestants) await one.end()
    await closeBrowsers()
  }
  const rows = contestants.map((one) => ({ contestant: one.name, ...rowOf(courses.get(one) ?? []) }))
  const bare = rows[0]?.frame ?? Number.NaN
  return {
    name: 'From the green button to the first remote frame',
    unit: 'ms from the press, medians',
    rows: rows.map((row) => ({ ...row, 'ratio to bare': Number((row.frame / bare).toFixed(2)) })),
  }
}

function rowOf(courses: readonly Course[]) {
  const at = (stage: Stage) => courses.flatMap((course) => course[stage] ?? [])
  const frames = at('frame')
  return {
    runs: courses.length,
    ...Object.fromEntries(stages.map((stage) => [stage, round(median(at(stage)))])),
    frame: Math.round(median(frames)),
    fastest: Math.round(Math.min(...frames)),
    slowest: Math.round(Math.max(...frames)),
  }
}

/** Nothing where there is no such stage. */
const round = (value: number) => (Number.isNaN(value) ? '' : Math.round(value))
