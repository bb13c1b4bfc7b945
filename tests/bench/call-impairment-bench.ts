// What the other side gets of a call on a bad line. Both sides are real browsers in a network of their own; the
// customer's line is made bad in both directions once the call is up, has time to settle, and is then measured.

import type { Browser, Page } from 'playwright-core'
import { type CallPage, serveCallPage } from '../support/call-page/serve-call-page.ts'
import { labHindrance } from '../support/lab/hindrance.ts'
import { type Lab, openLab, type Side } from '../support/lab/open-lab.ts'
import { badLine, badLosses, badRates, wire } from '../support/lab/profiles.ts'

const settleMs = 45_000
const measureMs = 30_000
const patienceMs = 120_000

const lines = [
  ...badRates.map((kbit) => ({ kbit, loss: 0 })),
  ...badLosses.map((loss) => ({ kbit: badRates[0], loss })),
  { kbit: 500, loss: 5 },
]

/** One row a line and a direction. */
export async function callImpairmentBench() {
  const name = 'a call on a bad line'
  const unit = '50 ms of delay each way; measured after it has settled'
  const why = await labHindrance()
  if (why) return { name: `${name}: not measured, ${why}`, unit, rows: [] }
  const lab = await openLab()
  const served = await serveCallPage(lab.publicUrl)
  await lab.openDoor(served.origin)
  const browsers = { operator: await lab.browser('operator'), customer: await lab.browser('customer') }
  const rows: Row[] = []
  try {
    for (const [count, line] of wanted().entries())
      rows.push(...(await tryLine(lab, served, browsers, { ...line, count })))
  } finally {
    await lab.close()
    await served.end()
  }
  return { name, unit, rows }
}

/** All of them, or those that are named: `LINES=150/0,2000/20`. */
function wanted() {
  const named = process.env.LINES?.split(',')
  return named ? lines.filter(({ kbit, loss }) => named.includes(`${kbit}/${loss}`)) : lines
}

interface Row {
  line: string
  'got by': Side
  'sound packets/s': number
  'sound made up': string
  picture: string
  'video kbit/s': number
  freezes: number
  'stills a minute': number
  says: string
  'video back after': string
}

type Browsers = Record<Side, Browser>
interface Tried {
  kbit: number
  loss: number
  count: number
}

async function tryLine(lab: Lab, served: CallPage, browsers: Browsers, { kbit, loss, count }: Tried) {
  await lab.shape('customer', wire)
  const come = (side: Side) => open(browsers[side], served, side, `bad${count}`)
  const [operator, customer] = await Promise.all([come('operator'), come('customer')])
  const pages = { operator, customer }
  await Promise.all([connected(operator), connected(customer)])
  await operator.waitForTimeout(5_000)
  await lab.shape('customer', badLine(kbit, loss))
  await operator.waitForTimeout(settleMs)

  const before = { operator: await look(pages, 'operator'), customer: await look(pages, 'customer') }
  await operator.waitForTimeout(measureMs)
  const after = { operator: await look(pages, 'operator'), customer: await look(pages, 'customer') }
  await lab.shape('customer', wire)
  const back = { operator: await videoBack(operator), customer: await videoBack(customer) }
  for (const page of [operator, customer]) await page.context().close()

  return (['operator', 'customer'] as const).map((side) => ({
    line: `${kbit} kbit/s, ${loss} % loss`,
    'got by': side,
    ...rowOf(before[side], after[side]),
    'video back after': after[side].frames > before[side].frames ? '' : back[side],
  }))
}

async function open(browser: Browser, served: CallPage, side: Side, conversation: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], ignoreHTTPSErrors: true })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  page.on('pageerror', (error) => console.error(side, error))
  await page.goto(served.address({ side, conversation, call: 'c1' }))
  // The other side says when it has seen one of ours.
  await page.evaluate(
    `window.seen = 0; line.tools.listen((word) => { if (word.t === 'still-seen') window.seen += 1 })`,
  )
  return page
}

async function connected(page: Page): Promise<void> {
  await page.locator('[data-line="connected"]').waitFor()
  await page.getByRole('button', { name: 'Connection' }).waitFor()
}

interface Look {
  atMs: number
  packets: number
  samples: number
  concealed: number
  frames: number
  height: number
  bytes: number
  freezes: number
  stills: number
  says: string
}

async function look(pages: Record<Side, Page>, side: Side): Promise<Look> {
  const page = pages[side]
  const other = pages[side === 'operator' ? 'customer' : 'operator']
  const counts = (await page.evaluate('probe.counts()')) as Omit<Look, 'atMs' | 'stills' | 'says'>
  const stills = (await other.evaluate('window.seen')) as number
  const says = (await page.locator('[data-quality]').getAttribute('data-quality')) ?? ''
  return { ...counts, atMs: performance.now(), stills, says }
}

function rowOf(before: Look, after: Look) {
  const seconds = (after.atMs - before.atMs) / 1000
  const grown = (name: Exclude<keyof Look, 'says'>) => after[name] - before[name]
  const fps = grown('frames') / seconds
  return {
    'sound packets/s': round(grown('packets') / seconds),
    'sound made up': `${round((100 * grown('concealed')) / Math.max(grown('samples'), 1))} %`,
    picture: fps < 0.5 ? 'none' : `${after.height}p, ${round(fps)}/s`,
    'video kbit/s': Math.round((grown('bytes') * 8) / 1000 / seconds),
    freezes: grown('freezes'),
    'stills a minute': round((grown('stills') / seconds) * 60),
    says: after.says,
  }
}

async function videoBack(page: Page): Promise<string> {
  const since = performance.now()
  const frames = () => page.evaluate('probe.counts().then(({ frames }) => frames)') as Promise<number>
  const first = await frames()
  while (performance.now() - since < patienceMs) {
    if ((await frames()) > first + 20) return `${Math.round((performance.now() - since) / 1000)} s`
    await page.waitForTimeout(500)
  }
  return 'not within 2 min'
}

const round = (value: number) => Math.round(value * 10) / 10

if (process.argv[1] === import.meta.filename) console.table((await callImpairmentBench()).rows)
