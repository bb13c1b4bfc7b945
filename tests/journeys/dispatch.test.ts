// time-out: 240 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { historyOf, invite, openWithoutBrowser } from '../support/invite.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'a normal assignment rings at the less busy operator; declined it rings at the other, and then at nobody',
  walk(async (people) => {
    const ada = await people.operator(await people.colleague('Ada'))
    await openWithoutBrowser(people.house, await invite(people.admin, { assignment: 'normal' }))
    await ada.accepts()
    const grace = await people.operator(await people.colleague('Grace'))
    await grace.listens()
    const second = await invite(people.admin, { assignment: 'normal', customerName: 'Zeynep Kaya' })
    await openWithoutBrowser(people.house, second)

    await grace.job.getByText('Zeynep Kaya').waitFor()
    assert.is(await ada.job.count(), 0, 'one at a time')
    await grace.declines()
    await ada.job.getByText('Zeynep Kaya').waitFor()
    assert.is(await grace.job.count(), 0)
    await ada.accepts()
    await ada.page.getByRole('heading', { name: 'Zeynep Kaya' }).waitFor()
    const decided = (await historyOf(people.admin, second.conversationId)).filter((type) =>
      type.startsWith('job.'),
    )
    assert.equal(decided, ['job.offered', 'job.declined', 'job.offered', 'job.accepted'])
  }),
)

test(
  'nobody is there, so the customer waits; the first to come Online hears it ring',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    await operator.goes('Be right back')
    const customer = await people.customer((await invite(people.admin)).link)
    await customer.waits()
    await operator.page.getByRole('link', { name: 'Cem Yılmaz' }).waitFor()
    assert.is(await operator.job.count(), 0)
    await operator.chooses('Online')
    await operator.accepts()
    await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
  }),
)

test(
  'who goes Busy while it rings turns the job down',
  walk(async (people) => {
    const ada = await people.operator(await people.colleague('Ada'))
    const grace = await people.colleague('Grace')
    await openWithoutBrowser(people.house, await invite(people.admin, { assignment: 'normal' }))
    await ada.job.waitFor()
    const other = await people.operator(grace)
    assert.is(await other.job.count(), 0)
    // The ring stands over the page; another window of hers has the button free.
    await ada.page.context().request.put(`${people.house.url}/api/status`, {
      data: { status: 'busy' },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    await other.job.waitFor()
    await ada.job.waitFor({ state: 'detached' })
  }),
)

test(
  'accepted on one device, the operator’s other device stops ringing and says so',
  walk(async (people) => {
    const desk = await people.operator(people.administrator)
    const tablet = await people.operator(people.administrator)
    const customer = await people.customer((await invite(people.admin)).link)
    await Promise.all([desk.job.waitFor(), tablet.job.waitFor()])
    await desk.accepts()
    await tablet.page.getByText('The job was accepted on another device.').waitFor()
    await tablet.job.waitFor({ state: 'detached' })
    await desk.isInCall()
    await customer.isInCall()
  }),
)

test(
  'green pressed on two devices at once is one acceptance',
  walk(async (people) => {
    const desk = await people.operator(people.administrator)
    const tablet = await people.operator(people.administrator)
    const invited = await invite(people.admin)
    await openWithoutBrowser(people.house, invited)
    await Promise.all([desk.job.waitFor(), tablet.job.waitFor()])
    const presses = ({ job }: OperatorPage) =>
      // Either may find that the other was quicker.
      Promise.race([job.getByRole('button', { name: 'Accept' }).click(), job.waitFor({ state: 'detached' })])
    await Promise.all([desk, tablet].map(presses))
    for (const { job } of [desk, tablet]) await job.waitFor({ state: 'detached' })
    const accepted = (await historyOf(people.admin, invited.conversationId)).filter(
      (type) => type === 'job.accepted',
    )
    assert.equal(accepted, ['job.accepted'])
  }),
)

test(
  'an operator who was just too late is told who took the job',
  walk(async (people) => {
    const colleague = await people.colleague('Ada')
    const ada = await people.operator(colleague)
    const grace = await people.operator(await people.colleague('Grace'))
    const invited = await invite(people.admin, { assignment: 'normal', operatorId: colleague.id })
    await openWithoutBrowser(people.house, invited)
    await ada.job.waitFor()
    // What happens from here on does not reach her in time.
    await ada.page.route('**/accept', async (route) => {
      await ada.page.context().request.post(route.request().url().replace('accept', 'decline'), {
        data: {},
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      await grace.accepts()
      await route.continue()
    })
    await ada.job.getByRole('button', { name: 'Accept' }).click()
    await ada.page.getByText('Grace took it.').waitFor()
    await ada.job.waitFor({ state: 'detached' })
  }),
)

test.run()
