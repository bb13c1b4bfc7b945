// time-out: 240 s
// The three endings by themselves are the handbook's lines 8, 9 and 20; here is how they meet a call under way.
import { test } from 'uvu'
import { closeBrowsers } from '../support/browsers.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { tellStory } from '../support/story.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)
const call = tellStory(test)
let operator: OperatorPage
let customer: CustomerPage

call('the black button asks first, and keeping on talking changes nothing', async (people) => {
  ;[operator, customer] = await people.meet()
  await customer.button('End conversation').click()
  await customer.page.getByRole('dialog').getByRole('button', { name: 'Keep talking' }).click()
  await customer.says('I stay')
  await operator.reads('I stay')
  await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
})

call(
  'End conversation in a call hangs up, closes and files with its reason; the customer is asked for a rating',
  async (people) => {
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
    await people.leave()
  },
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
