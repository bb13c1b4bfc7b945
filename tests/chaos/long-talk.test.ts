// time-out: 180 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import { invite } from '../support/invite.ts'
import { longTalk } from '../support/long-talk.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { untilTrue } from '../support/until.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'ten thousand messages open at their end and scroll with few of them in the page',
  walk(async (people) => {
    const invited = await invite(people.admin)
    const operator = await people.operator(people.administrator)
    const customer = await people.customer(invited.link)
    await operator.accepts()
    await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
    await customer.endsCall()
    await longTalk(people.house, invited.conversationId, 10_000)
    // The pages have heard of all that by then: what counts is when the new ones show it.
    await Promise.all([operator.page, customer.page].map((page) => page.reload({ waitUntil: 'commit' })))
    for (const side of [customer, operator]) {
      await side.reads('Message 10000')
      assert.ok((await rows(side)) <= 210, `${await rows(side)} rows in the page`)
    }
    // The customer's page has all of it; the operator's fetches page by page.
    await scrollToTop(customer, 'Message 1')
    assert.ok((await rows(customer)) < 210)
    await scrollToTop(operator, 'Message 1')
    assert.ok((await rows(operator)) < 210)
    await operator.says('And one more')
    await operator.reads('And one more')
    await customer.page.getByRole('button', { name: 'New messages' }).click()
    await customer.reads('And one more')
  }),
)

function rows(side: OperatorPage | CustomerPage): Promise<number> {
  return side.messages.locator('li').count()
}

async function scrollToTop(side: OperatorPage | CustomerPage, text: string) {
  const seen = async () => {
    // With a hand on it: a move without one is the list's own while its rows are measured.
    await side.messages.dispatchEvent('wheel')
    await side.messages.evaluate((log) => {
      log.scrollTop = 0
    })
    return side.messages.getByText(text, { exact: true }).isVisible()
  }
  await untilTrue(`${text} is in view`, seen, 60_000)
}

test.run()
