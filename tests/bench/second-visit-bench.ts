import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
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

/** From the tap on the app's icon to an inbox that can be used, on a device that was here before. */
export async function secondVisitBench(): Promise<BenchTable> {
  const profile = await mkdtemp(join(tmpdir(), 'visavis-profile-'))
  const { people, end } = await setOut(openHouse)
  try {
    await fillInbox(people)
    const browser = await firstVisit(people, profile)
    const rows = []
    for (const slowdown of slowdowns) rows.push(await rowOf(browser, people.house.publicUrl, slowdown))
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

async function rowOf(browser: BrowserContext, url: string, slowdown: number) {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) took.push(await visitOnce(browser, url, slowdown))
  const sorted = took.sort((one, other) => one - other)
  const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
  return { 'processor slowed': `${slowdown}×`, visits: rounds, p50: at(0.5), p95: at(0.95), most: at(1) }
}

async function visitOnce(browser: BrowserContext, url: string, slowdown: number): Promise<number> {
  const page = await browser.newPage()
  const session = await browser.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(noting)
  await page.goto(url, { waitUntil: 'commit' })
  await until(page, 'globalThis.standsAt !== undefined')
  const stood = await page.evaluate<number>('standsAt')
  await page.close()
  return stood
}

// The frame after the one in which a conversation can be chosen; milliseconds since the navigation began.
const noting = `(() => {
  const look = () => {
    if (document.querySelector('a[href^="/conversations/"]')) requestAnimationFrame(() => setTimeout(() => { globalThis.standsAt = performance.now() }))
    else requestAnimationFrame(look)
  }
  look()
})()`
