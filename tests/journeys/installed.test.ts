// time-out: 300 s
// The operator's app as it lives on a device: installed, reached by pushes, brought up to date, without a network.
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { PushDesk } from '../../edge/domain/wire.ts'
import { notifications } from '../../pwa/words/en/notifications.ts'
import { shared } from '../../pwa/words/en/shared.ts'
import { closeBrowsers } from '../support/browsers.ts'
import type { Caller } from '../support/caller.ts'
import { changeRows } from '../support/change-rows.ts'
import { type InstalledApp, installFaults, watchInstalledApp } from '../support/installed-app.ts'
import { callerOf, historyOf, type Invited, invite, openWithoutBrowser } from '../support/invite.ts'
import { openHouse } from '../support/open-house.ts'
import { OperatorPage } from '../support/operator-page.ts'
import { copyPages } from '../support/pages-folder.ts'
import type { Colleague, People } from '../support/people.ts'
import { openPushLine, pushLineEnvironment } from '../support/push-line.ts'
import { tellStory } from '../support/story.ts'
import { until, untilTrue } from '../support/until.ts'

const pages = await copyPages()
const line = await openPushLine()
test.after(pages.remove)
test.after(line.end)
test.after(closeBrowsers)
const tell = tellStory(test, async () => {
  const house = await openHouse(pushLineEnvironment, pages.path)
  let ending: Promise<void> | undefined
  // The last chapter stops it for real.
  return { ...house, end: () => (ending ??= house.end()) }
})

let ada: Caller
let grace: Caller
let app: InstalledApp
let desk: OperatorPage

tell('the browser finds nothing that keeps the app from being installed', async (people) => {
  const who = await people.colleague('Ada')
  ada = await onlineCaller(people, who)
  grace = await onlineCaller(people, await people.colleague('Grace'), 'be-right-back')
  desk = await people.operator(who, { installed: true })
  await until(desk.page, 'navigator.serviceWorker.controller !== null')
  const quiet = await desk.page.context().newPage()
  await quiet.goto(`${people.house.publicUrl}/healthz`)
  app = await watchInstalledApp(desk.page.context(), quiet)
  assert.equal(await installFaults(desk.page), [])
})

tell(
  'with the app closed a job rings as a notification, and accepting it there brings up the call',
  async (people) => {
    await desk.page.close()
    const { invited, jobId } = await jobFor(ada, people)
    // By this device's clock it was over two hours ago.
    await app.push(jobNotice(jobId, { expiresAt: Date.now() - 2 * 3_600_000 }))
    const [shown] = await app.notes()
    assert.equal([shown?.title, shown?.actions], ['New job appointment', ['Accept', 'Decline']])
    await app.touch(`job-${jobId}`, 'accept', 2)
    const path = await openedPath(`/conversations/${invited.conversationId}`)
    assert.equal(await app.notes(), [])
    assert.equal(await accepted(people, invited), ['job.accepted'])
    desk = new OperatorPage(await app.page.context().newPage())
    await desk.page.goto(`${people.house.publicUrl}${path}`)
    await desk.stage.waitFor()
    assert.not.match(desk.page.url(), /took/)
    await desk.endsCall()
    await desk.isInNoCall()
  },
)

tell('a job that the app in front rings for already is not told twice', async (people) => {
  const { jobId, customer, invited } = await jobFor(ada, people)
  await desk.job.waitFor()
  await app.push(jobNotice(jobId))
  assert.equal(await app.notes(), [])
  await desk.declines()
  await customer.post(`/api/visits/${invited.conversationId}/close`)
})

tell('accepted from a notification, the app that is open goes there by itself', async (people) => {
  await desk.page.goto(`${people.house.publicUrl}/healthz`)
  const { invited, jobId } = await jobFor(ada, people)
  await app.push(jobNotice(jobId))
  await desk.page.goto(`${people.house.publicUrl}/settings`)
  await desk.job.waitFor()
  await app.touch(`job-${jobId}`, 'accept')
  await desk.page.waitForURL(`**/conversations/${invited.conversationId}`)
  await desk.job.waitFor({ state: 'detached' })
  assert.is(await desk.page.getByText('accepted on another device').count(), 0)
  assert.equal(await accepted(people, invited), ['job.accepted'])
})

tell('a notification of a job that a colleague took says so, and goes', async (people) => {
  await desk.page.goto(`${people.house.publicUrl}/healthz`)
  const { invited, jobId } = await jobFor(ada, people)
  await app.push(jobNotice(jobId))
  await grace.call('PUT', '/api/status', { status: 'online' })
  await ada.post(`/api/jobs/${jobId}/decline`)
  await untilTrue('it rings for Grace', async () => (await offerOf(grace)) === jobId)
  await grace.post(`/api/jobs/${jobId}/accept`)
  const before = (await app.told()).length
  await app.touch(`job-${jobId}`, 'accept')
  await untilTrue('she is told', async () => (await app.told()).length > before)
  const taken = { title: notifications['notification.gone'], body: 'Grace took it.' }
  assert.equal((await app.told()).slice(before), [taken])
  await untilTrue('it goes', async () => (await app.notes()).length === 0)
  assert.equal(await accepted(people, invited), ['job.accepted'])
  await grace.call('PUT', '/api/status', { status: 'be-right-back' })
})

tell(
  'a withdrawn job leaves the screen, and a push that nobody understands is told in general words',
  async () => {
    await app.push(jobNotice('another-job'))
    assert.equal([(await app.notes()).length, await app.badge()], [1, 1])
    await app.push(jobNotice('another-job', { kind: 'withdraw', title: '', body: '' }))
    assert.equal([await app.notes(), await app.badge()], [[], 0])
    await app.push('{"v":9')
    assert.is((await app.notes())[0]?.title, notifications['notification.general'])
  },
)

tell('a photo that another app shares goes into the conversation that is chosen', async (people) => {
  await desk.page.goto(people.house.publicUrl)
  await desk.page.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(40, 30)
    canvas.getContext('2d').fillRect(0, 0, 40, 30)
    const form = new FormData()
    form.set('title', 'From the gallery')
    form.set('files', new File([await canvas.convertToBlob()], 'boiler.png', { type: 'image/png' }))
    await fetch('/share', { method: 'POST', body: form })
  })()`)
  await desk.page.goto(`${people.house.publicUrl}/share`)
  await desk.page.getByText('One file was shared with Visavis.').waitFor()
  await desk.page.getByRole('button', { name: 'Cem Yılmaz' }).first().click()
  await desk.messages.locator('li[data-event="attachment.shared"] img').waitFor()
})

tell('the shortcut on the icon opens the form of a new link, once', async (people) => {
  const back = desk.page.url()
  const form = desk.page.getByRole('dialog', { name: 'New video link' })
  await desk.page.goto(`${people.house.publicUrl}/?new=link`)
  await form.waitFor()
  assert.not.match(desk.page.url(), /new=/)
  await desk.page.goto(back)
})

tell('a new version of which a part is missing changes nothing', async () => {
  await pages.releaseBroken()
  assert.is(await lookForVersion(), 'redundant')
  assert.is(await desk.page.getByText(shared['common.new-version']).count(), 0)
  await desk.page.reload()
  assert.is(await desk.page.evaluate('document.title.includes("newer")'), false)
  await desk.conversation.waitFor()
})

tell('a whole one waits until the operator agrees, the call is over and the text is sent', async () => {
  await desk.stage.waitFor()
  await pages.release('newer')
  assert.is(await lookForVersion(), 'installed')
  await desk.field.fill('Half a sen')
  await desk.button(shared['common.load-again']).click()
  await desk.page.getByText(shared['common.new-version-later']).waitFor()
  await desk.endsCall()
  await desk.isInNoCall()
  assert.is(await desk.field.inputValue(), 'Half a sen')
  const loaded = desk.page.waitForEvent('load')
  await desk.says('Half a sentence')
  await loaded
  const page = await desk.page.evaluate('fetch("/operator.html").then((answer) => answer.text())')
  assert.match(String(page), '<title>newer</title>')
  await desk.reads('Half a sentence')
})

tell(
  'what was written without a connection is sent once when it is back, also with the app closed',
  async () => {
    await desk.page.route('**/messages', (route) => route.abort('internetdisconnected'))
    await desk.says('From the train')
    await desk.messages.getByText('Not sent yet').waitFor()
    const id = new URL(desk.page.url()).pathname.split('/').at(-1)
    await desk.page.close()
    const written = async () => {
      const { events } = (await ada.get<{ events: AnyEvent[] }>(`/api/conversations/${id}/events`)).body
      return events.filter(({ type, data }) => type === 'message.posted' && data.text === 'From the train')
    }
    assert.is((await written()).length, 0)
    await app.sync('visavis.outbox')
    await untilTrue('it has arrived', async () => (await written()).length > 0)
    await app.sync('visavis.outbox')
    desk = new OperatorPage(await app.page.context().newPage())
    await desk.page.goto(`${new URL(app.page.url()).origin}/conversations/${id}`)
    await desk.reads('From the train')
    assert.is((await written()).length, 1)
  },
)

tell(
  'opened again, the app shows what it saw last before the edge has answered, and goes on from the event after it',
  async (people) => {
    const { publicUrl } = people.house
    await desk.page.goto(publicUrl)
    const row = (name: string) => desk.page.locator('#app').getByRole('link', { name }).first()
    await row('Cem Yılmaz').waitFor()
    const { seq } = (await ada.get<{ seq: number }>('/api/inbox')).body
    await until(desk.page, `(${keptInbox})().then((kept) => kept.includes('picture'))`)
    await desk.page.close()
    await invite(ada, { customerName: 'Nur Demir', phone: '+905327777777' })

    desk = new OperatorPage(await app.page.context().newPage())
    const edge = holdEdge(desk.page)
    await desk.page.goto(publicUrl)
    await desk.page
      .locator('#app:not([data-picture])')
      .getByRole('link', { name: 'Cem Yılmaz' })
      .first()
      .waitFor()
    assert.is(await row('Nur Demir').count(), 0)
    edge.answer()
    await row('Nur Demir').waitFor()
    const after = edge.streams[0] ?? 0
    assert.ok(after > 0 && after <= seq, `the stream goes on after ${after} of ${seq}`)
  },
)

tell('notifications are turned on by a touch, and a test push proves that they arrive', async (people) => {
  const context = desk.page.context()
  // Another worker is there since the update.
  app = await watchInstalledApp(context, app.page)
  await line.serve(context)
  line.deliverTo(app)
  await desk.page.goto(`${people.house.publicUrl}/settings`)
  await desk.button('Turn on notifications').click()
  await panel().getByText('A test arrived. Jobs reach this device.').waitFor()
  const [device] = await devices()
  assert.equal([device?.isThis, device?.canary], [true, 'confirmed'])
  await panel().getByRole('checkbox', { name: 'Messages, when no page is open' }).click()
  await panel().getByRole('checkbox', { name: 'Quiet hours' }).click()
  await panel().getByLabel('Until').fill('06:30')
  await untilTrue('it is kept', async () => (await pushDesk()).settings.quiet?.to === '06:30')
  assert.is((await pushDesk()).settings.messages, false)
  await panel().getByRole('checkbox', { name: 'Quiet hours' }).click()
  await untilTrue('it is kept', async () => (await pushDesk()).settings.quiet === null)
})

tell('a test that does not arrive is told, with the likely cause and what to do', async (people) => {
  line.swallow()
  await desk.button('Send a test').click()
  await panel().getByText('A test is on its way').waitFor()
  await changeRows(people.house, 'UPDATE push_devices SET canary_at = canary_at - 20000')
  await panel().getByText('Turn off power saving and “do not disturb”').waitFor()
  await desk.page.getByText('Jobs may not reach this device').waitFor()
})

tell('what the browser gives up the worker replaces, and proves anew', async () => {
  line.deliverTo(app)
  const [before] = await devices()
  await line.giveUp(desk.page.context())
  await untilTrue('it is replaced', async () => (await devices())[0]?.canary === 'confirmed')
  assert.is.not((await devices())[0]?.id, before?.id)
})

tell('with the app closed the edge’s own push rings, and accepting it brings up the call', async (people) => {
  const before = await app.windows()
  await desk.page.close()
  await untilTrue('the worker sees it closed', async () => (await app.windows()) < before)
  const { invited, jobId } = await jobFor(ada, people)
  const tag = `job:${jobId}`
  const rings = async () => (await app.notes()).find((note) => note.tag === tag)
  await untilTrue('it rings', async () => (await rings()) !== undefined)
  assert.equal((await rings())?.actions, ['Accept', 'Decline'])
  assert.not.match(JSON.stringify(await rings()), /Cem|90532/)
  await app.touch(tag, 'accept')
  const path = await openedPath(`/conversations/${invited.conversationId}`)
  assert.equal(await accepted(people, invited), ['job.accepted'])
  desk = new OperatorPage(await app.page.context().newPage())
  await desk.page.goto(`${people.house.publicUrl}${path}`)
  await desk.stage.waitFor()
  await desk.endsCall()
  await desk.isInNoCall()
})

tell(
  'a permission that is taken back is noticed, told, and known to the edge; given again, it is used',
  async () => {
    await desk.goesTo('Settings')
    const allow = await permissions(desk.page)
    await allow('denied')
    await desk.page.getByText('Your browser took the permission for notifications back').waitFor()
    await panel().getByText('Notifications of Visavis are blocked').waitFor()
    await untilTrue('the edge sends nothing', async () => (await devices()).length === 0)
    await allow('granted')
    await panel().getByText('A test arrived. Jobs reach this device.').waitFor()
    await desk.button('Turn off').click()
    await desk.button('Turn on notifications').waitFor()
    assert.equal(await devices(), [])
  },
)

tell(
  'with the server gone the app opens at its deepest address, and nobody makes up the customer’s page',
  async (people) => {
    await people.house.end()
    await desk.page.goto(`${people.house.publicUrl}/archive/anything`)
    await desk.page.getByText('These are the conversations on this device').waitFor()
    const answer = await desk.page.goto(`${people.house.publicUrl}/j#token`).catch(String)
    assert.match(String(answer), /ERR_CONNECTION_REFUSED/)
  },
)

// In the page: what it keeps to begin with next time.
const keptInbox = `() => new Promise((resolve) => {
  indexedDB.open('visavis.device').onsuccess = ({ target: { result: kept } }) => {
    kept.transaction('facts').objectStore('facts').getAllKeys().onsuccess = ({ target }) => {
      kept.close()
      resolve(target.result)
    }
  }
})`

/** Nothing that this page asks the edge for is answered yet. */
function holdEdge(page: Page) {
  const streams: number[] = []
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/events') streams.push(Number(searchParams.get('after')))
  })
  void page.route('**/api/**', (route) => held.then(() => route.continue()))
  return { streams, answer }
}

const panel = () => desk.page.getByRole('region', { name: 'Notifications' })

/** As the browser itself sees it, where this session's device is `isThis`. */
async function pushDesk(): Promise<PushDesk> {
  return (await desk.page.evaluate(`fetch('/api/push/devices').then((answer) => answer.json())`)) as PushDesk
}

const devices = async () => (await pushDesk()).devices

/** The switch for notifications in the browser's own settings. */
async function permissions(page: Page) {
  const session = await page.context().newCDPSession(page)
  const origin = new URL(page.url()).origin
  return (setting: 'granted' | 'denied') =>
    session.send('Browser.setPermission', { permission: { name: 'notifications' }, setting, origin })
}

async function onlineCaller(
  people: People,
  { email, password }: Colleague,
  status = 'online',
): Promise<Caller> {
  const caller = callerOf(people.house)
  await caller.post('/api/session', { email, password })
  await caller.call('PUT', '/api/status', { status })
  return caller
}

async function offerOf(caller: Caller): Promise<string | undefined> {
  return (await caller.get<{ offer: { jobId: string } | null }>('/api/inbox')).body.offer?.jobId
}

/** A customer who waits, and rings for this operator. */
async function jobFor(
  caller: Caller,
  people: People,
): Promise<{ invited: Invited; customer: Caller; jobId: string }> {
  const invited = await invite(people.admin, { assignment: 'normal' })
  const customer = await openWithoutBrowser(people.house, invited)
  await untilTrue('it rings', async () => (await offerOf(caller)) !== undefined)
  return { invited, customer, jobId: (await offerOf(caller)) ?? '' }
}

function jobNotice(jobId: string, over = {}) {
  const words = { lang: 'en', title: 'New job appointment', body: 'Cem waits' }
  return { v: 1, kind: 'job', tag: `job-${jobId}`, jobId, ...words, ...over }
}

async function accepted({ admin }: People, { conversationId }: Invited): Promise<string[]> {
  return (await historyOf(admin, conversationId)).filter((type) => type === 'job.accepted')
}

async function openedPath(start: string): Promise<string> {
  const found = async () => (await app.opened()).find((path) => path.startsWith(start))
  await untilTrue('a window is opened there', async () => (await found()) !== undefined)
  return (await found()) ?? ''
}

/** Asks for a newer worker, and says how far it got. */
function lookForVersion(): Promise<unknown> {
  return desk.page.evaluate(`navigator.serviceWorker.ready.then((registration) => new Promise((resolve) => {
    registration.addEventListener('updatefound', () => {
      const worker = registration.installing
      worker.addEventListener('statechange', () => {
        if (['installed', 'redundant'].includes(worker.state)) resolve(worker.state)
      })
    })
    registration.update().catch(() => {})
  }))`)
}

test.run()
