// time-out: 240 s
import { request } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { changeRows } from '../support/change-rows.ts'
import { type Invited, invite, stateOf } from '../support/invite.ts'
import { phone } from '../support/people.ts'
import { untilTrue } from '../support/until.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'a link that was never sent, or lost a part, is not valid',
  walk(async (people) => {
    const { link } = await invite(people.admin)
    for (const broken of [
      `${people.house.url}/j#${'x'.repeat(22)}`,
      link.slice(0, -3),
      link.split('#')[0] ?? '',
    ]) {
      const customer = await people.customer(broken)
      await customer.isTold('This link is not valid')
    }
  }),
)

test(
  'a link that nobody opened in time has expired',
  walk(async (people) => {
    const { link, conversationId } = await invite(people.admin)
    await changeRows(people.house, 'UPDATE links SET expires_at = 1')
    await untilTrue(
      'the clock came by',
      async () => (await stateOf(people.admin, conversationId)) === 'expired',
    )
    const customer = await people.customer(link)
    await customer.isTold('This link has expired')
  }),
)

test(
  'a link that its operator took back was withdrawn',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    const link = await operator.sendsLink({ name: 'Cem Yılmaz' })
    await operator.opens('Cem Yılmaz')
    await operator.button('Conversation menu').click()
    await operator.page.getByRole('menuitem', { name: 'Withdraw link' }).click()
    await operator.page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw link' }).click()
    await operator.lastEvents('invite.revoked')
    const customer = await people.customer(link)
    await customer.isTold('This link was withdrawn')
  }),
)

test(
  'a second device is told that the conversation is open elsewhere, and disturbs nothing',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    const link = await operator.sendsLink()
    const customer = await people.customer(link)
    await operator.accepts()
    const second = await people.customer(link)
    await second.isTold('This conversation is open on another device')
    await customer.says('Still me')
    await operator.reads('Still me')
  }),
)

test(
  'the phone that opened the link may load the page again and is back in its conversation',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    const link = await operator.sendsLink()
    const customer = await people.customer(link)
    await customer.waits()
    await customer.page.reload()
    await customer.waits()
    await operator.accepts()
    await customer.says('Before')
    await operator.reads('Before')
    await customer.page.reload()
    await customer.reads('Before')
    await customer.says('After')
    await operator.reads('After')
  }),
)

test(
  'scanners that fetch or render a link ahead of people open nothing',
  walk(async (people) => {
    const invited = await invite(people.admin)
    await fetchesLikeABot(invited)
    const hidden = await people.context('scanner', { at: phone })
    // A page in the background: what a preview or a prerendering browser makes of it.
    await hidden.addInitScript(
      `Object.defineProperty(Document.prototype, 'visibilityState', { get: () => window.seen ?? 'hidden' })`,
    )
    const page = await hidden.newPage()
    await page.goto(invited.link)
    await page.getByRole('status').filter({ hasText: 'Opening your conversation' }).waitFor()
    await page.waitForLoadState('networkidle')
    assert.is(await stateOf(people.admin, invited.conversationId), 'invited')

    await page.evaluate(`window.seen = 'visible'; document.dispatchEvent(new Event('visibilitychange'))`)
    await untilTrue(
      'a person looked',
      async () => (await stateOf(people.admin, invited.conversationId)) === 'waiting',
    )
  }),
)

async function fetchesLikeABot({ link }: Invited) {
  const bot = await request.newContext({ userAgent: 'WhatsApp/2.23' })
  for (const method of ['GET', 'HEAD']) assert.is((await bot.fetch(link, { method })).status(), 200)
  await bot.dispose()
}

test.run()
