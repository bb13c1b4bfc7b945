// time-out: 180 s
// A device that is taken out of the account from elsewhere, and one whose operator is: each empties itself as soon as the
// edge says so, sends nothing of what it had, and is told nothing any more.

import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { PushDesk } from '../../edge/domain/wire.ts'
import { closeBrowsers } from '../support/browsers.ts'
import type { Caller } from '../support/caller.ts'
import { watchInstalledApp } from '../support/installed-app.ts'
import { callerOf, invite, openWithoutBrowser } from '../support/invite.ts'
import { onDisk } from '../support/on-disk.ts'
import { openHouse } from '../support/open-house.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import type { Colleague, People } from '../support/people.ts'
import { openPushLine, pushLineEnvironment } from '../support/push-line.ts'
import { until, untilTrue } from '../support/until.ts'
import { walkIn } from '../support/walk.ts'

const line = await openPushLine()
test.after(line.end)
test.after(closeBrowsers)

async function signedIn(people: People, { email, password }: Colleague): Promise<Caller> {
  const caller = callerOf(people.house)
  await caller.post('/api/session', { email, password })
  await caller.call('PUT', '/api/status', { status: 'online' })
  return caller
}

/** One conversation that is filed, and one that goes on; resolves with the id of the latter. */
async function talks(people: People, caller: Caller): Promise<string> {
  const ids: string[] = []
  for (const customerName of ['Deniz Kaya', 'Cem Yılmaz']) {
    const invited = await invite(caller, { customerName, phone: `+90532111111${ids.length}` })
    await openWithoutBrowser(people.house, invited)
    const { offer } = (await caller.get<{ offer: { jobId: string } }>('/api/inbox')).body
    await caller.post(`/api/jobs/${offer.jobId}/accept`)
    ids.push(invited.conversationId)
  }
  await caller.post(`/api/conversations/${ids[0]}/archive`, { reason: 'resolved' })
  return ids[1] ?? ''
}

/** The device keeps the archive, gets pushes, and has something written that could not be sent. */
async function fill(desk: OperatorPage, url: string, id: string): Promise<void> {
  const { page } = desk
  await page.goto(`${url}/settings`)
  await page.getByText(/^1 conversation, /).waitFor()
  await desk.button('Turn on notifications').click()
  await page.getByText('A test arrived. Jobs reach this device.').waitFor()
  await page.goto(`${url}/conversations/${id}`)
  await desk.messages.waitFor()
  await page.context().setOffline(true)
  await desk.says('Nobody is to send this')
  await desk.messages.getByText('Not sent yet').waitFor()
  const disk = await onDisk(page)
  for (const kept of ['visavis.device', 'visavis.outbox']) assert.match(disk, kept)
}

async function isEmptied(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  await untilTrue('nothing is left', async () => !/visavis\.(device|outbox)/.test(await onDisk(page)))
  await until(page, `localStorage.getItem('subscription') === null`)
}

const takings: Record<string, (people: People, ada: Caller, who: Colleague) => Promise<unknown>> = {
  'the device is revoked on another one': async (_people, ada) => {
    const { devices } = (await ada.get<PushDesk>('/api/push/devices')).body
    return ada.call('DELETE', `/api/push/devices/${devices[0]?.id}`)
  },
  'the account is disabled': ({ admin }, _ada, { id }) =>
    admin.call('PATCH', `/api/team/operators/${id}`, { disabled: true }),
}

for (const [what, take] of Object.entries(takings))
  test(
    `${what}: copies, keys, the unsent and the subscription are gone, and nothing is sent either way`,
    walkIn(
      () => openHouse(pushLineEnvironment),
      async (people, house) => {
        const who = await people.colleague('Ada')
        const ada = await signedIn(people, who)
        const id = await talks(people, ada)
        const desk = await people.operator(who, { installed: true })
        const context = desk.page.context()
        await until(desk.page, 'navigator.serviceWorker.controller !== null')
        const beside = await context.newPage()
        await beside.goto(`${house.publicUrl}/healthz`)
        const app = await watchInstalledApp(context, beside)
        await line.serve(context)
        line.deliverTo(app)
        await fill(desk, house.publicUrl, id)

        assert.ok((await take(people, ada, who)) as { status: number })
        const pushes = line.service.requests.length
        await context.setOffline(false)
        await isEmptied(desk.page)

        await app.sync('visavis.outbox')
        // It would ring for whoever is Online, and there is nobody else.
        await openWithoutBrowser(house, await invite(people.admin, { assignment: 'normal' }))
        const events = await people.admin.get<{ events: { data: { text?: string } }[] }>(
          `/api/conversations/${id}/events`,
        )
        assert.ok(events.body.events.length > 0)
        assert.not(events.body.events.some(({ data }) => data.text === 'Nobody is to send this'))
        assert.is(line.service.requests.length, pushes)
        await desk.page.reload()
        await isEmptied(desk.page)
      },
    ),
  )

test.run()
