// time-out: 180 s
// A laptop that sleeps with the app open: what happened meanwhile is there when it wakes up, once and in order, and what
// is over by then does not ring.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { sendToSleep } from '../support/asleep.ts'
import type { Caller } from '../support/caller.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { watchInstalledApp } from '../support/installed-app.ts'
import { callerOf, invite, openWithoutBrowser } from '../support/invite.ts'
import { OperatorPage } from '../support/operator-page.ts'
import type { People } from '../support/people.ts'
import { until, untilTrue } from '../support/until.ts'
import { walkIn } from '../support/walk.ts'

const profile = await mkdtemp(join(tmpdir(), 'visavis-profile-'))
test.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))

// In the page: whether a job was ever to be seen in a frame.
const watching = `(() => {
  globalThis.rang = false
  const look = () => {
    globalThis.rang ||= document.querySelector('[role=alertdialog]') !== null
    requestAnimationFrame(look)
  }
  look()
})()`

async function offerOf(caller: Caller): Promise<string | undefined> {
  return (await caller.get<{ offer: { jobId: string } | null }>('/api/inbox')).body.offer?.jobId
}

/** A customer with whom the administrator talks. */
async function talk({ admin, house }: People): Promise<{ id: string; customer: Caller }> {
  const invited = await invite(admin)
  const customer = await openWithoutBrowser(house, invited)
  await admin.post(`/api/jobs/${await offerOf(admin)}/accept`)
  return { id: invited.conversationId, customer }
}

/** The texts of a conversation's last messages, as the edge has them. */
async function saidIn({ admin }: People, id: string): Promise<(string | undefined)[]> {
  type Said = { type: string; data: { text?: string } }
  const { body } = await admin.get<{ events: Said[] }>(`/api/conversations/${id}/events`)
  return body.events.filter(({ type }) => type === 'message.posted').map(({ data }) => data.text)
}

/** It rings for the administrator, who does not hear it, and a colleague takes it. */
async function rangMeanwhile({ admin, house }: People, grace: Caller): Promise<string> {
  await openWithoutBrowser(house, await invite(admin, { assignment: 'normal', phone: '+905327654321' }))
  await untilTrue('it rings here', async () => (await offerOf(admin)) !== undefined)
  const jobId = (await offerOf(admin)) ?? ''
  await grace.call('PUT', '/api/status', { status: 'online' })
  await admin.post(`/api/jobs/${jobId}/decline`)
  await untilTrue('it rings for Grace', async () => (await offerOf(grace)) === jobId)
  await grace.post(`/api/jobs/${jobId}/accept`)
  return jobId
}

async function openDesk(people: People): Promise<OperatorPage> {
  const browser = await people.profile('operator', profile)
  await browser.grantPermissions(['notifications'], { origin: people.house.publicUrl })
  const page = await browser.newPage()
  await page.goto(people.house.publicUrl)
  const desk = new OperatorPage(page)
  await desk.signsIn(people.administrator.email, people.administrator.password)
  await desk.opens('Cem Yılmaz')
  await until(page, 'navigator.serviceWorker.controller !== null')
  return desk
}

/** The places that the page's streams went on after, in order. */
function streamsOf(page: Page): number[] {
  const places: number[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/events') places.push(Number(searchParams.get('after')))
  })
  return places
}

test(
  'a sleeping browser catches up from the last event it saw, and no offer or push that is over rings when it wakes',
  walkIn(startHouseProcess, async (people, house) => {
    const { email, password } = await people.colleague('Grace')
    const grace = callerOf(house)
    await grace.post('/api/session', { email, password })
    await people.admin.call('PUT', '/api/status', { status: 'online' })
    const { id, customer } = await talk(people)
    const desk = await openDesk(people)
    const beside = await desk.page.context().newPage()
    await beside.goto(`${house.publicUrl}/healthz`)
    const app = await watchInstalledApp(desk.page.context(), beside)
    await desk.page.bringToFront()
    await customer.post(`/api/visits/${id}/messages`, { text: 'Before' })
    await desk.reads('Before')
    if (await desk.stage.count()) await desk.endsCall()
    const streams = streamsOf(desk.page)
    await desk.page.evaluate(watching)

    const asleep = await sendToSleep(profile)
    const texts = Array.from({ length: 40 }, (_, number) => `While asleep ${number}`)
    for (const text of texts) await customer.post(`/api/visits/${id}/messages`, { text })
    const jobId = await rangMeanwhile(people, grace)
    // A push service hands over what it kept when the device is back: the job, and that it is over.
    const words = { v: 1, tag: `job-${jobId}`, jobId, lang: 'en' }
    const pushed = [
      app.push({ ...words, kind: 'job', title: 'New job appointment', body: 'Somebody waits' }),
      app.push({ ...words, kind: 'withdraw', title: '', body: '' }),
    ]
    // The line does not outlive the night either.
    await house.kill()
    await house.startAgain()
    await customer.post(`/api/visits/${id}/messages`, { text: 'After the restart' })
    asleep.wakeUp()

    await desk.reads('After the restart')
    assert.equal(await desk.texts(), ['Before', ...texts, 'After the restart'])
    assert.ok((streams.at(-1) ?? 0) > 0, 'it asked for what came after the last event that it saw')
    await Promise.all(pushed)
    assert.equal(await app.notes(), [])
    assert.is(await desk.page.evaluate('rang'), false)
    await desk.says('Good morning')
    await desk.reads('Good morning')
    await untilTrue('it has arrived', async () => (await saidIn(people, id)).at(-1) === 'Good morning')
  }),
)

test.run()
