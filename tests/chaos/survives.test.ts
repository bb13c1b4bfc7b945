// time-out: 180 s
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { shared } from '../../pwa/words/en/shared.ts'
import { closeBrowsers } from '../support/browsers.ts'
import { CustomerPage } from '../support/customer-page.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { invite } from '../support/invite.ts'
import { hearsAndSees } from '../support/media-probe.ts'
import { phone } from '../support/people.ts'
import { untilTrue } from '../support/until.ts'
import { walk, walkIn } from '../support/walk.ts'

const offline = shared['common.offline']

test.after(closeBrowsers)

test(
  'the server is killed in the middle of a chat and started again: both pages come back by themselves, nothing is lost',
  walkIn(startHouseProcess, async (people, house) => {
    const [operator, customer] = await people.meet()
    await customer.says('Before')
    await operator.reads('Before')
    await house.kill()
    await customer.says('While it was gone')
    await operator.says('Are you there?')
    await customer.messages.getByText('Not sent yet').waitFor()
    await operator.messages.getByText('Not sent yet').waitFor()
    await house.startAgain()
    await operator.reads('While it was gone')
    await customer.reads('Are you there?')
    await customer.says('After')
    await operator.reads('After')
    const told = await operator.texts()
    assert.equal(await customer.texts(), told)
    assert.equal(told.toSorted(), ['After', 'Are you there?', 'Before', 'While it was gone'])
    // The pictures went straight between the two all the while.
    await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
    await hearsAndSees(customer.page)
  }),
)

test(
  'the server is ended in good order: the pages say quietly that they are offline, and go on when it is back',
  walkIn(startHouseProcess, async (people, house) => {
    const [operator, customer] = await people.meet()
    await customer.says('Before')
    await operator.reads('Before')
    assert.is(await house.terminate(), 0)
    await customer.page.getByRole('status').filter({ hasText: offline }).waitFor()
    await operator.page.getByText(offline).waitFor()
    await Promise.all([hearsAndSees(operator.page), hearsAndSees(customer.page)])
    await house.startAgain()
    await customer.page.getByText(offline).waitFor({ state: 'detached' })
    await operator.says('Back again')
    await customer.reads('Back again')
    await customer.endsCall()
    await Promise.all([operator.isInNoCall(), customer.isInNoCall()])
  }),
)

test(
  'a call comes back by itself after either side has loaded the page again',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    for (const side of [customer, operator]) {
      await side.page.reload()
      await Promise.all([operator.isInCall(), customer.isInCall()])
    }
    await operator.lastEvents('call.answered')
  }),
)

test(
  'an operator fetches a call to another device: the first one is told, and keeps out of it when it is loaded again',
  walk(async (people) => {
    const [desk, customer] = await people.meet()
    const tablet = await people.operator(people.administrator)
    await tablet.opens('Cem Yılmaz')
    const take = tablet.button('Take the call over here')
    await take.waitFor()
    await Promise.all([desk.lineIs('connected'), tablet.isInNoCall()])
    await take.click()
    await desk.page.getByText('The video call goes on in another window.').waitFor()
    await Promise.all([tablet.isInCall(), customer.isInCall()])
    assert.is(await take.count(), 0)

    await desk.page.reload()
    await desk.button('Take the call over here').waitFor()
    await tablet.page.reload()
    await Promise.all([tablet.isInCall(), customer.isInCall()])
    await tablet.lastEvents('call.answered')
  }),
)

test(
  'a page from before an update loads itself anew, but never in a call: there the person says so, and it waits',
  walk(async (people) => {
    const page = await (await people.context('customer', { at: phone })).newPage()
    const isAnew = await update(page, /survey-/)
    await page.goto((await invite(people.admin)).link, { waitUntil: 'commit' })
    await untilTrue('the waiting customer’s page was loaded anew', isAnew)
    const customer = new CustomerPage(page)
    await customer.waits()

    const operator = await people.operator(people.administrator)
    await operator.accepts()
    await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
    const isLoaded = await update(operator.page, /invite-dialog-/)
    await operator.button('New video link').click()
    await operator.page.getByRole('status').filter({ hasText: 'A new version is ready.' }).waitFor()
    await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
    await operator.button('Load it').click()
    await operator.page.getByText('The new version comes when the call is over').waitFor()
    await Promise.all([operator.isInCall(), customer.isInCall()])
    assert.not(isLoaded())
    await customer.endsCall()
    await untilTrue('the operator’s page was loaded anew', isLoaded)
    await operator.opensLinkForm()
  }),
)

/**
 * Puts a newer version in place, without this part under its old name.
 * Answers whether the page has missed the part, and was loaded anew since.
 */
async function update(page: Page, part: RegExp): Promise<() => boolean> {
  let isMissed = false
  let isNew = false
  await page.route(part, (route) => {
    isMissed = true
    return isNew ? route.fallback() : route.fulfill({ status: 404 })
  })
  await page.route(isPage, (route) => {
    if (route.request().resourceType() !== 'document') return route.fulfill({ body: newerPage })
    isNew = isMissed
    return route.fallback()
  })
  return () => isNew
}

const isPage = ({ pathname }: URL) => !/^\/(api|peer)\b|\./.test(pathname)
const newerPage = '<script type="module" src="/assets/newer.js"></script>'

test.run()
