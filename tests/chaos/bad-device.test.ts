// time-out: 240 s
// A device that fails its person: no room left, damaged storage, a clock that is two hours off. What was written is sent
// once, and what the screen says is right and can be acted on.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startHouseProcess } from '../support/house-process.ts'
import { invite, openWithoutBrowser } from '../support/invite.ts'
import { OperatorPage } from '../support/operator-page.ts'
import type { People } from '../support/people.ts'
import { until, untilTrue } from '../support/until.ts'
import { walkIn } from '../support/walk.ts'

const profile = await mkdtemp(join(tmpdir(), 'visavis-profile-'))
test.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))

/** Somebody with whom the administrator talks. */
async function talkWith({ admin, house }: People, customerName: string): Promise<string> {
  const invited = await invite(admin, { customerName, phone: '+905321234567' })
  await openWithoutBrowser(house, invited)
  const { offer } = (await admin.get<{ offer: { jobId: string } }>('/api/inbox')).body
  await admin.post(`/api/jobs/${offer.jobId}/accept`)
  return invited.conversationId
}

/** What the operator wrote, as the edge has it. */
async function written({ admin }: People, id: string): Promise<string[]> {
  type Said = { type: string; data: { text: string } }
  const { body } = await admin.get<{ events: Said[] }>(`/api/conversations/${id}/events`)
  return body.events.filter(({ type }) => type === 'message.posted').map(({ data }) => data.text)
}

async function hasArrived(people: People, id: string, text: string): Promise<void> {
  await untilTrue(`${text} has arrived`, async () => (await written(people, id)).includes(text))
  assert.is((await written(people, id)).filter((one) => one === text).length, 1)
}

/** From the browser's start on: it remembers for a while how much room there was. */
async function pageWithoutRoom(browser: BrowserContext, address: string): Promise<OperatorPage> {
  const page = await browser.newPage()
  const session = await browser.newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(address).origin, quotaSize: 1 })
  await page.goto(address)
  return new OperatorPage(page)
}

// In the page: as a browser leaves a database of which it lost a part.
const damaging = `(async () => {
  const end = (request) => new Promise((resolve, reject) => { request.onsuccess = resolve; request.onerror = reject })
  await end(indexedDB.deleteDatabase('visavis.device'))
  const opening = indexedDB.open('visavis.device', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('facts')
  await end(opening)
  opening.result.close()
})()`

// In a page beside the app: the unsent as versions before 2026-11-27 kept it, among everything else.
const asBefore = `(async () => {
  const end = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const own = (await navigator.storageBuckets.open('visavis-outbox')).indexedDB
  const from = await end(own.open('visavis.outbox'))
  const opening = indexedDB.open('visavis.outbox', 1)
  opening.onupgradeneeded = () => {
    for (const name of from.objectStoreNames) opening.result.createObjectStore(name, { autoIncrement: true })
  }
  const to = await end(opening)
  let moved = 0
  for (const name of from.objectStoreNames) {
    const store = () => from.transaction(name).objectStore(name)
    const [places, values] = [await end(store().getAllKeys()), await end(store().getAll())]
    for (const [at, value] of values.entries()) {
      await end(to.transaction(name, 'readwrite').objectStore(name).put(value, places[at]))
      moved++
    }
  }
  from.close()
  to.close()
  await end(own.deleteDatabase('visavis.outbox'))
  return moved
})()`

/** Every file of the browser's own databases in this folder, as a disk with bad blocks gives it back. */
async function scramble(part: 'IndexedDB' | 'WebStorage'): Promise<number> {
  const folder = join(profile, 'Default', part)
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    /(\.ldb|\.log|MANIFEST-\d+)$/.test(name),
  )
  for (const name of files) await writeFile(join(folder, name), 'no database')
  return files.length
}

/** Written where nothing is reached, with the app closed afterwards; `meanwhile` is done before the browser closes. */
async function leavesUnsent(
  browser: BrowserContext,
  desk: OperatorPage,
  text: string,
  meanwhile?: (page: Page) => Promise<void>,
): Promise<void> {
  await desk.says(text)
  await desk.page.getByText('1 thing waits to be sent').waitFor()
  // One of the app's own files comes up without a server, and without the app.
  const beside = await browser.newPage()
  await beside.goto(new URL('/icon.svg', desk.page.url()).href)
  await desk.page.close()
  await meanwhile?.(beside)
  await browser.close()
}

const offBy = (ms: number) => `{
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + ${ms}) }
    static now() { return Real.now() + ${ms} }
  }
}`

async function pageOf(browser: BrowserContext, address: string): Promise<OperatorPage> {
  const page = await browser.newPage()
  await page.goto(address)
  return new OperatorPage(page)
}

test(
  'a full disk, a damaged database, a scrambled one, and a wrong clock cost nobody what they wrote',
  walkIn(startHouseProcess, async (people, house) => {
    await people.admin.call('PUT', '/api/status', { status: 'online' })
    const id = await talkWith(people, 'Cem Yılmaz')
    const address = `${house.publicUrl}/conversations/${id}`
    let browser = await people.profile('operator', profile)
    let desk = await pageOf(browser, house.publicUrl)
    await desk.signsIn(people.administrator.email, people.administrator.password)
    await desk.opens('Cem Yılmaz')
    await until(desk.page, 'navigator.serviceWorker.controller !== null')
    await browser.close()

    // No room: the words wait in the page, which says so, and are sent from there.
    browser = await people.profile('operator', profile)
    desk = await pageWithoutRoom(browser, address)
    await desk.page.getByText('Video call started').waitFor()
    await house.kill()
    await desk.page.getByText('You are offline.').first().waitFor()
    await desk.says('On a full disk')
    await desk.page.getByText('1 thing waits to be sent').waitFor()
    await desk.button('Show').click()
    await desk.page.getByText('The device is full: keep this page open until it is sent.').waitFor()
    await desk.page.keyboard.press('Escape')
    await house.startAgain()
    await hasArrived(people, id, 'On a full disk')
    await browser.close()

    // A database that lost a part is made anew; the outbox is another one, and stays.
    browser = await people.profile('operator', profile)
    desk = await pageOf(browser, address)
    await desk.reads('On a full disk')
    await house.kill()
    await desk.page.getByText('You are offline.').first().waitFor()
    await desk.says('Beside a damaged database')
    await desk.page.getByText('1 thing waits to be sent').waitFor()
    await desk.page.evaluate(damaging)
    await browser.close()
    browser = await people.profile('operator', profile)
    desk = await pageOf(browser, address)
    await desk.page.getByText('Visavis does not answer').waitFor()
    await house.startAgain()
    await desk.button('Try again').click()
    await hasArrived(people, id, 'Beside a damaged database')
    await desk.reads('Beside a damaged database')

    // What an older version left among everything else moves into the room of its own.
    await house.kill()
    await desk.page.getByText('You are offline.').first().waitFor()
    await leavesUnsent(browser, desk, 'From an older version', async (page) => {
      assert.is(await page.evaluate(asBefore), 2, 'a key and a message')
    })
    await house.startAgain()
    browser = await people.profile('operator', profile)
    desk = await pageOf(browser, address)
    await hasArrived(people, id, 'From an older version')

    // The databases of this origin can no longer be read: the archive is fetched again, and what was not sent is there.
    await house.kill()
    await desk.page.getByText('You are offline.').first().waitFor()
    await leavesUnsent(browser, desk, 'Beside bad blocks')
    assert.ok((await scramble('IndexedDB')) > 2)
    await house.startAgain()
    browser = await people.profile('operator', profile)
    desk = await pageOf(browser, address)
    await hasArrived(people, id, 'Beside bad blocks')
    await desk.reads('Beside bad blocks')

    // Nothing of the browser's storage can be read: the app comes up with the edge's, and keeps again.
    await browser.close()
    for (const part of ['IndexedDB', 'WebStorage'] as const) assert.ok((await scramble(part)) > 1)
    browser = await people.profile('operator', profile)
    desk = await pageOf(browser, address)
    await desk.reads('Beside bad blocks')
    await browser.setOffline(true)
    await desk.says('After bad blocks')
    await desk.page.getByText('1 thing waits to be sent').waitFor()
    await browser.setOffline(false)
    await hasArrived(people, id, 'After bad blocks')
    await browser.close()

    for (const hours of [2, -2]) {
      browser = await people.profile('operator', profile)
      await browser.addInitScript(offBy(hours * 3_600_000))
      desk = await pageOf(browser, address)
      await desk.says(`By a clock off by ${hours} h`)
      await hasArrived(people, id, `By a clock off by ${hours} h`)
      const invited = await invite(people.admin, {
        customerName: 'Ela Ak',
        phone: `+90532765432${hours + 2}`,
      })
      const customer = await openWithoutBrowser(house, invited)
      // Counted from the edge's clock.
      await desk.job.getByText(/^Waiting for 0:(0[1-9]|[1-5]\d)$/).waitFor()
      await desk.accepts()
      await desk.stage.waitFor()
      await customer.post(`/api/visits/${invited.conversationId}/close`)
      await browser.close()
    }
  }),
)

test.run()
