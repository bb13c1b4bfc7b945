// time-out: 240 s
// A device that fails its person: no room left, damaged storage, a clock that is two hours off. What was written is sent
// once, and what the screen says can be acted on.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
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

/** Every file of the browser's own database, as a disk with bad blocks gives it back. */
async function scramble(): Promise<number> {
  const folder = join(profile, 'Default', 'IndexedDB')
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    /(\.ldb|\.log|MANIFEST-\d+)$/.test(name),
  )
  for (const name of files) await writeFile(join(folder, name), 'no database')
  return files.length
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

    // Nothing of the browser's storage can be read: the app comes up with the edge's, and keeps again.
    await browser.close()
    assert.ok((await scramble()) > 2)
    browser = await people.profile('operator', profile)
    desk = await pageOf(browser, address)
    await desk.reads('Beside a damaged database')
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
      await desk.accepts()
      await desk.stage.waitFor()
      await customer.post(`/api/visits/${invited.conversationId}/close`)
      await browser.close()
    }
  }),
)

test.run()
