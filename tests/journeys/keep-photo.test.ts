// time-out: 240 s
import { test } from 'uvu'
import { closeBrowsers } from '../support/browsers.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'a photo that the operator takes in the call is kept in the chat, where both see it',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await Promise.all([operator.isInCall(), customer.isInCall()])
    await operator.button('Take photo').click()
    await operator.button('Send to chat').click()
    for (const side of [operator, customer]) {
      await side.messages.locator('li[data-event="attachment.shared"] img').first().waitFor()
    }
  }),
)

test.run()
