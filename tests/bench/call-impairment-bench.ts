// What the other side gets of a call on a bad line. Both sides are real browsers in a network of their own; the
// customer's line is made bad in both directions once the call is up, has time to settle, and is then measured.
// The processor encodes both pictures: on lines that no large one fits through, the cameras give a smaller one.

import type { Browser, Page } from 'playwright-core'
import { rungs } from '../../pwa/call/quality/ladder.ts'
import { type CallPage, serveCallPage } from '../support/call-page/serve-call-page.ts'
import { labHindrance } from '../support/lab/hindrance.ts'
import { type Lab, openLab, type Side } from '../support/lab/open-lab.ts'
import { badLine, badLosses, badRates, wire } from '../support/lab/profiles.ts'
import { within } from './deadline.ts'

const settleMs = 30_000
const measureMs = 30_000
const patienceMs = 60_000
const lineMinutes = 4
export const minutes = 45

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
  const rows: object[] = []
  try {
    for (const [count, line] of wanted().entries()) {
      const tried = within(lineMinutes, tryLine(lab, served, browsers, { ...line, count }))
      const more = await tried.catch((cause) => [{ line: nameOf(line), 'got by': `not measured: ${cause}` }])
      rows.push(...more)
      console.table(more)
      await closeAll(browsers)
    }
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

type Browsers = Record<Side, Browser>
interface Tried {
  kbit: number
  loss: number
  count: number
}

const nameOf = ({ kbit, loss }: Pick<Tried, 'kbit' | 'loss'>) => `${kbit} kbit/s, ${loss} % loss`

/** What a line that failed has left open must not disturb the next one. */
async function closeAll(browsers: Browsers): Promise<void> {
  for (const browser of Object.values(browsers))
    for (const context of browser.contexts()) await context.close()
}

async function tryLine(lab: Lab, served: CallPage, browsers: Browsers, { kbit, loss, count }: Tried) {
  await lab.shape('customer', wire)
  const come = (side: Side) =>
    open(browsers[side], served.address({ side, conversation: `bad${count}`, call: 'c1' }), kbit)
  const [operator, customer] = await Promise.all([come('operator'), come('customer')])
  const pages = { operator, customer }
  await Promise.all([connected(operator), connected(customer)])
  await operator.waitForTimeout(5_000)
  await lab.shape('customer', badLine(kbit, loss))
  const since = Date.now()
  await operator.waitForTimeout(settleMs)

  const before = { operator: await look(pages, 'operator'), customer: await look(pages, 'customer') }
  await operator.waitForTimeout(measureMs)
  const after = { operator: await look(pages, 'operator'), customer: await look(pages, 'customer') }
  await lab.shape('customer', wire)
  const back = { operator: await videoBack(operator), customer: await videoBack(customer) }
  const modes = { operator: await modesOf(customer, since), customer: await modesOf(operator, since) }

  return (['operator', 'customer'] as const).map((side) => ({
    line: nameOf({ kbit, loss }),
    'got by': side,
    ...modes[side],
    ...rowOf(before[side], after[side]),
    'video back after': after[side].frames > before[side].frames ? '' : back[side],
  }))
}

/** Put into the page before its own scripts: how its picture is sent, each time that this changes. */
const modeLog = `(() => {
  const modes = (window.modes = [])
  const look = () => {
    const { most, isActive } = probe.senders().find(({ kind }) => kind === 'video') ?? {}
    const mode = isActive === false ? 0 : most
    if (mode !== undefined && modes.at(-1)?.[1] !== mode) modes.push([Date.now(), mode])
  }
  setInterval(() => window.probe && look(), 250)
})()`

const smallCamera = `(() => {
  const real = MediaDevices.prototype.getUserMedia
  MediaDevices.prototype.getUserMedia = function (wish) {
    return real.call(this, { ...wish, ...(wish.video && { video: { ...wish.video, width: 640, height: 360 } }) })
  }
})()`

async function open(browser: Browser, address: string, kbit: number): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], ignoreHTTPSErrors: true })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  for (const script of kbit > 500 ? [modeLog] : [modeLog, smallCamera]) await page.addInitScript(script)
  page.on('pageerror', (error) => console.error(error))
  await page.goto(address)
  // The other side says when it has seen one of ours.
  await page.evaluate(
    `window.seen = 0; line.tools.listen((word) => { if (word.t === 'still-seen') window.seen += 1 })`,
  )
  return page
}

/** What this page's picture came to on the bad line, when it did, and in how many steps. */
async function modesOf(page: Page, since: number) {
  const all = (await page.evaluate('modes')) as [at: number, most: number][]
  const end = since + settleMs + measureMs
  const steps = all.filter(([at]) => at > since && at < end)
  const [at, most] = all.findLast(([at]) => at < end) ?? [0, -1]
  return {
    'sent as':
      most === 0 ? 'stills' : (rungs.find((rung) => rung.most * 1000 === most)?.name ?? 'as it comes'),
    'chosen after': steps.length > 0 ? `${Math.round((at - since) / 1000)} s` : 'as before',
    steps: steps.length,
  }
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
