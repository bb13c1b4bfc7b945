import lighthouse, { type Flags } from 'lighthouse'
import { type BrowserKind, launch } from './browsers.ts'
import { freePort } from './free-port.ts'

export type Category = 'performance' | 'accessibility' | 'best-practices'

export interface Audit {
  /** 0 to 100. */
  scores: Record<string, number>
  /** What took a point, in Lighthouse's own words. */
  found: string[]
  /** Milliseconds by Lighthouse's names, as 'first-contentful-paint'; empty without performance. */
  timings: Record<string, number>
}

const timed = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'interactive']

// A page with an event stream and a live picture is never quiet, for which Lighthouse would wait 45 s.
const atMost = 6_000

/**
 * Lighthouse's view of an address, as on its mobile telephone: a slow line and a processor four times slower, both
 * simulated. In a browser of its own, because it takes cookies and storage away.
 */
export async function auditPage(
  address: string,
  categories: Category[],
  kind: BrowserKind = 'fake camera',
): Promise<Audit> {
  const port = await freePort()
  const browser = await launch(kind, { args: [`--remote-debugging-port=${port}`] })
  try {
    const flags: Flags = { port, onlyCategories: categories, logLevel: 'error', maxWaitForLoad: atMost }
    const result = await lighthouse(address, flags)
    if (!result) throw new Error(`Lighthouse said nothing about ${new URL(address).pathname}`)
    return read(result.lhr)
  } finally {
    await browser.close()
  }
}

type Report = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr']

function read({ audits, categories, runtimeError }: Report): Audit {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`)
  const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])
  const counted = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  )
  const found = counted.flatMap((id) => {
    const { score, title } = audits[id] ?? {}
    return score === null || score === undefined || score === 1 ? [] : [`${id}: ${title}`]
  })
  const timings = timed.map((id) => [id, Math.round(audits[id]?.numericValue ?? 0)])
  return { scores: Object.fromEntries(scores), found, timings: Object.fromEntries(timings) }
}
