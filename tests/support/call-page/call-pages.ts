import type { Browser, Page } from 'playwright-core'
import * as assert from 'uvu/assert'
import type { Side } from '../../../edge/domain/tickets.ts'
import { launch } from '../browsers.ts'
import { type CallPage, serveCallPage } from './serve-call-page.ts'

// A switch that comes twice counts as it comes last: here are three of each device.
const args = [
  '--use-fake-device-for-media-stream=device-count=3',
  '--auto-select-desktop-capture-source=Entire screen',
]

const patienceMs = 30_000

let served: CallPage
let browser: Browser
let conversation = ''
let count = 0

export async function openCallPages(): Promise<void> {
  served = await serveCallPage()
  browser = await launch('fake camera', { args })
}

export async function closeCallPages(): Promise<void> {
  await browser?.close()
  await served?.end()
}

/** A conversation of its own for each test, so that no test meets another's peers. */
export function newConversation(): void {
  count += 1
  conversation = `talk${count}`
}

export async function everybodyLeaves(): Promise<void> {
  for (const context of browser.contexts()) await context.close()
}

export const broker = () => served.broker

/** Opens the page of one side in a browser of its own; with a call it is live at once, also after a reload. `before` runs ahead of the page's own code. */
export async function come(side: Side, call?: string, person?: string, before = ''): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['camera', 'microphone', 'screen-wake-lock'],
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  if (before) await page.addInitScript(before)
  page.on('pageerror', (error) => console.error(side, error))
  await page.goto(
    served.address({ side, conversation, ...(call ? { call } : {}), ...(person ? { person } : {}) }),
  )
  return page
}

/** The edge says that a call is live. */
export function goLive(page: Page, id: string): Promise<unknown> {
  return page.evaluate(
    `setCall({ id: '${id}', state: 'live', placedBy: 'customer', answeredAt: Date.now() })`,
  )
}

export function reaches(page: Page, state: string): Promise<void> {
  return page
    .getByRole('region', { name: 'Video call' })
    .and(page.locator(`[data-line="${state}"]`))
    .waitFor()
}

/** More and more of both comes in, counted from now on. */
export async function hearsAndSees(page: Page): Promise<void> {
  await until(
    page,
    `probe.received().then((now) => {
      if (!window.before || now.frames < before.frames) window.before = now
      return now.frames > before.frames + 5 && now.sound > before.sound + 20
    })`,
  )
  await page.evaluate('window.before = undefined')
}

// Playwright's own waiting for a condition uses eval, which the page forbids as the real ones do.
export async function until(page: Page, condition: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!(await page.evaluate(condition).catch(() => false))) {
    assert.ok(Date.now() < deadline, `waited in vain for ${condition}`)
    await page.waitForTimeout(50)
  }
}

/** A camera's picture: the placeholder is 320 wide. */
export async function pictureOf(page: Page, label: string): Promise<void> {
  await until(page, `document.querySelector('[aria-label="${label}"]')?.videoWidth > 320`)
}
