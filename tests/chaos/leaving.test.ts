// time-out: 180 s
// The other side leaves, at each step: whoever stays is told, can go on, and the one who left may come back.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { changeRows } from '../support/change-rows.ts'
import { CustomerPage } from '../support/customer-page.ts'
import { invite } from '../support/invite.ts'
import { OperatorPage } from '../support/operator-page.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'the customer leaves at the landing, waiting, ringing, in the call, while closing and before the rating, and comes back',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    const { link } = await invite(people.admin)

    let customer = await people.customer(link)
    await customer.button('Continue').waitFor()
    customer = await leavesAndComesBack(customer, link, async () => operator.job.waitFor())
    await customer.button('Continue').waitFor()
    await customer.waits()

    customer = await leavesAndComesBack(customer, link, async () => {
      await operator.accepts()
      await operator.lineIs('dialling')
      await operator.says('Are you there?')
    })
    await customer.reads('Are you there?')
    await Promise.all([operator.isInCall(), customer.isInCall()])

    customer = await leavesAndComesBack(customer, link, async () => {
      await operator.lineIs('reconnecting')
      await operator.says('I wait for you')
    })
    await customer.reads('I wait for you')
    await Promise.all([operator.isInCall(), customer.isInCall()])

    await customer.button('End conversation').click()
    await customer.page.getByRole('dialog').waitFor()
    customer = await leavesAndComesBack(customer, link, () => operator.lineIs('reconnecting'))
    await Promise.all([operator.isInCall(), customer.isInCall()])

    // The operator is about to end it when the customer does.
    await operator.button('Conversation menu').click()
    await operator.page.getByRole('menuitem', { name: 'End conversation' }).click()
    const ending = operator.page.getByRole('dialog', { name: 'End conversation' })
    await customer.leaves()
    customer = await leavesAndComesBack(customer, link, async () => {
      await ending.getByRole('radio', { name: 'Resolved' }).check()
      await ending.getByRole('button', { name: 'End conversation' }).click()
      await ending.waitFor({ state: 'detached' })
      await operator.isInNoCall()
      await operator.lastEvents('call.hung-up', 'conversation.closed', 'conversation.archived')
    })
    await customer.isAsked()
    await customer.rates('Good')
    await operator.lastEvents('conversation.archived', 'survey.answered')
  }),
)

test(
  'the operator leaves while it rings, in the call, calling again, and while the customer is closing',
  walk(async (people) => {
    const first = await people.operator(people.administrator)
    const colleague = await people.colleague('Ada')
    const { link } = await invite(people.admin)
    const customer = await people.customer(link)
    await first.job.waitFor()
    await first.page.close()
    await customer.waits()

    let ada = await people.operator(colleague)
    await changeRows(people.house, `UPDATE offers SET expires_at = 1 WHERE state = 'open'`)
    await ada.accepts()
    await Promise.all([ada.isInCall(), customer.isInCall()])

    await ada.page.close()
    await customer.lineIs('reconnecting')
    await customer.says('Where are you?')
    ada = await comesBack(ada, people.house.url)
    await ada.reads('Where are you?')
    await Promise.all([ada.isInCall(), customer.isInCall()])

    await customer.endsCall()
    await ada.isInNoCall()
    await ada.button('Start video call').click()
    await customer.page.getByRole('alertdialog').waitFor()
    await ada.page.close()
    await changeRows(people.house, `UPDATE calls SET placed_at = 1 WHERE state = 'ringing'`)
    await customer.page.getByRole('alertdialog').waitFor({ state: 'detached' })
    await customer.messages.getByText('Nobody answered the video call').waitFor()
    ada = await comesBack(ada, people.house.url)
    await customer.button('Start video call').click()
    await ada.acceptsCall()
    await Promise.all([ada.isInCall(), customer.isInCall()])

    await customer.button('End conversation').click()
    await customer.page.getByRole('dialog').waitFor()
    await ada.endsConversation('Other')
    await customer.isAsked()
    assert.is(await customer.page.getByRole('dialog').count(), 0, 'there is nothing left to ask')
    await ada.page.close()
    await customer.rates('Okay')
  }),
)

/** The page is closed; what happens meanwhile; and the link is opened again on the same phone. */
async function leavesAndComesBack(
  { page }: CustomerPage,
  link: string,
  meanwhile: () => Promise<void>,
): Promise<CustomerPage> {
  await page.close()
  await meanwhile()
  const again = await page.context().newPage()
  await again.goto(link)
  return new CustomerPage(again)
}

async function comesBack({ page }: OperatorPage, url: string): Promise<OperatorPage> {
  const again = await page.context().newPage()
  await again.goto(url)
  const operator = new OperatorPage(again)
  await operator.opens('Cem Yılmaz')
  return operator
}

test.run()
