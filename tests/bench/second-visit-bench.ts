import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { Caller } from '../support/caller.ts'
import { invite, openWithoutBrowser } from '../support/invite.ts'
import { openHouse } from '../support/open-house.ts'
import { OperatorPage } from '../support/operator-page.ts'
import type { People } from '../support/people.ts'
import { until } from '../support/until.ts'
import { setOut } from '../support/walk.ts'

interface BenchTable {
  name: string
  unit: string
  rows: Record<string, number | string>[]
}

const rounds = Number(process.env.BENCH_ROUNDS ?? 20)
const slowdowns = [1, 4]

/**
 * From the tap on the app's icon to an inbox, on a device that was here before: to be seen and chosen from, as this device
 * saw it last, and then drawn by the app itself. Whoever taps on an icon finds no worker that runs already.
 */
export async function secondVisitBench(): Promise<BenchTable> {
  const profile = await mkdtemp(join(tmpdir(), 'visavis-profile-'))
  const { people, end } = await setOut(openHouse)
  try {
    await fillInbox(people)
    const browser = await firstVisit(people, profile)
    const rows = []
    for (const slowdown of slowdowns) rows.push(...(await rowsOf(browser, people.house.publicUrl, slowdown)))
    return { name: 'Second visit, until the inbox stands', unit: 'ms', rows }
  } finally {
    await end()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function fillInbox({ admin, house }: People): Promise<void> {
  await admin.call('PUT', '/api/status', { status: 'online' })
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) await oneMore(admin, house, number)
}

/** Three are talked with, the others wait. */
async function oneMore(admin: Caller, house: People['house'], number: number): Promise<void> {
  const invited = await invite(admin, {
    customerName: `Customer ${number}`,
    phone: `+9053212300${10 + number}`,
  })
  await openWithoutBrowser(house, invited)
  const { offer } = (await admin.get<{ offer: { jobId: string } | null }>('/api/inbox')).body
  if (offer) await admin.post(`/api/jobs/${offer.jobId}/accept`)
}

async function firstVisit(people: People, profile: string): Promise<BrowserContext> {
  const browser = await people.profile('operator', profile)
  const page = await browser.newPage()
  await page.goto(people.house.publicUrl)
  const desk = new OperatorPage(page)
  await desk.signsIn(people.administrator.email, people.administrator.password)
  await page.getByRole('link', { name: 'Customer 1' }).first().waitFor()
  await until(page, 'navigator.serviceWorker.controller !== null')
  // The inbox is kept a moment after it changed.
  await page.reload()
  await page.getByRole('link', { name: 'Customer 1' }).first().waitFor()
  await page.waitForTimeout(3_000)
  await page.close()
  return browser
}

async function rowsOf(browser: BrowserContext, url: string, slowdown: number) {
  const visits: Moments[] = []
  for (let round = 0; round < rounds; round++) visits.push(await visitOnce(browser, url, slowdown))
  return [
    rowOf(
      'as it was, to choose from',
      slowdown,
      visits.map(({ seen }) => seen),
    ),
    rowOf(
      'the app itself',
      slowdown,
      visits.map(({ drawn }) => drawn),
    ),
  ]
}

function rowOf(inbox: string, slowdown: number, took: readonly number[]) {
  const sorted = took.toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
  const figures = { visits: rounds, p50: at(0.5), p95: at(0.95), most: at(1) }
  return { inbox, 'processor slowed': `${slowdown}×`, ...figures }
}

/** Milliseconds since the navigation began. */
interface Moments {
  seen: number
  drawn: number
}

async function visitOnce(browser: BrowserContext, url: string, slowdown: number): Promise<Moments> {
  const page = await browser.newPage()
  const session = await browser.newCDPSession(page)
  await stopWorker(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(noting)
  await page.goto(url, { waitUntil: 'commit' })
  await until(page, 'globalThis.moments?.drawn !== undefined')
  const moments = await page.evaluate<Moments>('({ seen: moments.seen(), drawn: moments.drawn() })')
  await page.close()
  return moments
}

/** As a browser does by itself half a minute after the last page was closed. */
async function stopWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const stopped = new Promise<void>((resolve) =>
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.length > 0 && versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve()
    }),
  )
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await stopped
  await session.detach()
}

// When a conversation can be chosen: the browser's own word where it is the first that is painted, else the next frame.
const noting = `(() => {
  globalThis.moments = {}
  const link = 'a[href^="/conversations/"]'
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  const note = (name, selector, more) => {
    const foundAt = performance.now()
    if (!document.querySelector(selector)) return requestAnimationFrame(() => note(name, selector, more))
    requestAnimationFrame(() => setTimeout(() => {
      const nextFrame = performance.now()
      moments[name] = () => (painted() >= foundAt ? painted() : nextFrame)
      more?.()
    }))
  }
  note('seen', '#app ' + link, () => note('drawn', '#app:not([data-picture]) ' + link))
})()`
