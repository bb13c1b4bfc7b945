// time-out: 120 s
import { test } from 'uvu'
import { closeBrowsers } from '../support/browsers.ts'
import { hears, plays } from '../support/media-probe.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'a customer who refuses the camera still hears, sees and chats, and the operator reads why there is no picture',
  walk(async (people) => {
    const [operator, customer] = await people.meet({}, { browser: 'camera refused' })
    await customer.stage.getByText('The camera and the microphone are blocked').waitFor()
    await customer.stage.getByRole('button', { name: 'Try again' }).waitFor()
    await Promise.all([plays(customer.page, 'Operator video'), hears(customer.page)])
    await operator.stage.getByText('No camera').waitFor()
    await customer.says('I would rather not be seen')
    await operator.reads('I would rather not be seen')
    await operator.says('That is fine')
    await customer.reads('That is fine')
    await customer.endsCall()
    await operator.messages.getByText('Video call ended').waitFor()
  }),
)

test(
  'a customer whose phone has no camera still hears, sees and chats',
  walk(async (people) => {
    const [operator, customer] = await people.meet({}, { browser: 'no camera' })
    await customer.stage.getByText('No camera was found').waitFor()
    await Promise.all([plays(customer.page, 'Operator video'), hears(customer.page)])
    await operator.stage.getByText('No camera').waitFor()
    await customer.says('Hello')
    await operator.reads('Hello')
  }),
)

test(
  'an operator without a camera sees and hears the customer',
  walk(async (people) => {
    const [operator, customer] = await people.meet({ browser: 'no camera' }, {})
    await Promise.all([plays(operator.page, 'Customer video'), hears(operator.page)])
    await customer.stage.getByText('No camera').waitFor()
  }),
)

test.run()
