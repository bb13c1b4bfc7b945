// time-out: 120 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'the red button ends the video alone, whoever presses it',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    for (const presses of [customer, operator]) {
      await presses.endsCall()
      await Promise.all([operator.isInNoCall(), customer.isInNoCall()])
      await operator.says('Still here?')
      await customer.says('Yes')
      for (const side of [operator, customer])
        await side.lastEvents('call.hung-up', 'message.posted', 'message.posted')
      if (presses === operator) return
      await customer.button('Start video call').click()
      await operator.acceptsCall()
      await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
    }
  }),
)

test(
  'the black button in a call hangs up, closes and asks for a rating; the operator has closed work',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await customer.leaves()
    await customer.isInNoCall()
    await operator.isInNoCall()
    await operator.page.getByRole('status').filter({ hasText: 'Closed work' }).waitFor()
    await operator.lastEvents('call.hung-up', 'conversation.closed')
    assert.is(await operator.field.count(), 0, 'nothing can be written any more')
    assert.is(
      await operator
        .button('Start video call')
        .isEnabled()
        .catch(() => false),
      false,
    )
    // Not in the archive before it is filed.
    await operator.goesTo('Archive')
    await operator.page.getByText('The archive is empty').waitFor()
  }),
)

test(
  'the black button asks first, and keeping on talking changes nothing',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await customer.button('End conversation').click()
    await customer.page.getByRole('dialog').getByRole('button', { name: 'Keep talking' }).click()
    await customer.says('I stay')
    await operator.reads('I stay')
    await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
  }),
)

test(
  'the black button without a call closes as well, and a customer who loads the page again may still rate',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await customer.endsCall()
    await operator.isInNoCall()
    await customer.leaves()
    await operator.lastEvents('call.hung-up', 'conversation.closed')
    await customer.page.reload()
    await customer.isAsked()
    await customer.rates('Bad')
    await operator.lastEvents('conversation.closed', 'survey.answered')
    await customer.page.reload()
    await customer.isTold('Thank you')
  }),
)

test(
  'End conversation in a call hangs up, closes and files with its reason; the customer is asked for a rating',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await operator.endsConversation('Resolved')
    await customer.isAsked()
    await Promise.all([operator.isInNoCall(), customer.isInNoCall()])
    await customer.rates('Good')
    await operator.goesTo('Archive')
    await operator.opens('Cem Yılmaz')
    await operator.lastEvents(
      'call.hung-up',
      'conversation.closed',
      'conversation.archived',
      'survey.answered',
    )
  }),
)

test(
  'End conversation without a call hangs nothing up',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await operator.endsCall()
    await customer.isInNoCall()
    await operator.endsConversation('Other')
    await customer.isAsked()
    await operator.goesTo('Archive')
    await operator.opens('Cem Yılmaz')
    await operator.lastEvents('call.answered', 'call.hung-up', 'conversation.closed', 'conversation.archived')
  }),
)

test.run()
