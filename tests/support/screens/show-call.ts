import { shared } from '../../../pwa/words/en/shared.ts'
import type { CustomerPage } from '../customer-page.ts'
import type { OperatorPage } from '../operator-page.ts'
import type { People } from '../people.ts'
import { staysAtLanding } from '../stays-at-landing.ts'
import { reduces } from './reduces.ts'
import type { Visit } from './visit.ts'

/** From the landing into a talk by video and text. */
export async function showCall(people: People, operator: OperatorPage, visit: Visit): Promise<CustomerPage> {
  const message = 'We would like to look at your boiler together.'
  const customer = await staysAtLanding(people, await operator.sendsLink({ message }))
  await customer.button('Continue').waitFor()
  await visit(customer.page, 'customer-landing')
  await customer.button('Continue').click()
  await customer.page.getByText('Your camera works').waitFor()
  await visit(customer.page, 'customer-waiting')
  await operator.job.waitFor()
  await visit(operator.page, 'job')
  await operator.accepts()
  await Promise.all([operator.isInCall(), customer.isInCall()])
  await visit(customer.page, 'customer-call-begins')
  await talk(operator, customer)
  await visit(customer.page, 'customer-call')
  await visit(operator.page, 'call')
  await showSizes(operator, customer, visit)
  await showSilence(operator, customer, visit)
  return customer
}

const offline = shared['common.offline']

async function talk(operator: OperatorPage, customer: CustomerPage): Promise<void> {
  await customer.says('Merhaba! The boiler makes a strange noise since yesterday.')
  await operator.says('Good morning Cem, I see it. Could you turn the camera to the gauge on the left?')
  await customer.says('Like this?')
  await operator.says('Perfect. The manual is at https://example.org/boilers/vx-200 — page 12.')
  await operator.reads('Like this?')
  await customer.says('شكرا، هذا واضح جدا')
  await customer.says('👍')
  await operator.reads('👍')
}

async function showSizes(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await customer.button('Show more of the chat').click()
  await visit(customer.page, 'customer-call-more-chat')
  await customer.button('Show more of the video').click()
  for (const [side, name] of [
    [operator, 'call'],
    [customer, 'customer-call'],
  ] as const) {
    await reduces(side)
    await visit(side.page, `${name}-reduced`)
    await side.button('Restore video').click()
  }
  await operator.button('Take out into its own window').click()
  await operator.page.getByText('The video is in its own window.').waitFor()
  await visit(operator.page, 'call-taken-out')
  await operator.button('Bring back').click()
  await operator.stage.waitFor()
}

/** Neither seen nor heard, and then not even connected. */
async function showSilence(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await customer.button('Turn camera off').click()
  await customer.button('Mute microphone').click()
  await operator.page.getByText('Camera is off').waitFor()
  await visit(operator.page, 'call-without-camera')
  await visit(customer.page, 'customer-call-without-camera')
  await customer.button('Turn camera on').click()
  await customer.button('Unmute microphone').click()
  await operator.page.getByText('Camera is off').waitFor({ state: 'detached' })
  await showLoss(operator, customer, visit)
}

/** One side leaves in the middle of it, and then the other. */
async function showLoss(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  const back = customer.page.url()
  await customer.page.goto('about:blank')
  await operator.lineIs('reconnecting')
  await visit(operator.page, 'call-reconnecting')
  await operator.page.goto('about:blank')
  await customer.page.goto(back)
  await customer.lineIs('dialling')
  await visit(customer.page, 'customer-call-dialling')
  await customer.page.context().setOffline(true)
  await customer.page.getByText(offline).waitFor()
  await visit(customer.page, 'customer-call-offline')
  await customer.page.context().setOffline(false)
  await operator.page.goBack()
  await Promise.all([operator.lineIs('connected'), customer.lineIs('connected')])
}
