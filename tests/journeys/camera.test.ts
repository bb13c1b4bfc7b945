// time-out: 300 s
import { test } from 'uvu'
import { closeBrowsers } from '../support/browsers.ts'
import { hears, plays } from '../support/media-probe.ts'
import { phone } from '../support/people.ts'
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

test(
  'a camera that is unplugged in a call is missed on both sides, the sound goes on, and plugged in again it is back by itself',
  walk(async (people) => {
    const [operator, customer] = await people.meet()
    await Promise.all([operator.isInCall(), customer.isInCall()])
    await customer.page.evaluate(unplugCamera)
    await customer.stage.getByText('The camera was interrupted').waitFor()
    await operator.stage.getByText('No camera').waitFor()
    await Promise.all([hears(operator.page), plays(customer.page, 'Operator video')])
    await customer.page.evaluate('window.plugIn()')
    await customer.stage.getByText('The camera was interrupted').waitFor({ state: 'detached' })
    await operator.isInCall()
  }),
)

test(
  'a permission that is revoked in a call is told on both sides, the call goes on, and allowed again both hear and see',
  walk(async (people) => {
    const permissions = ['camera', 'microphone']
    const allowed = { browser: 'camera refused', at: { ...phone, permissions } } as const
    const [operator, customer] = await people.meet({}, allowed)
    await Promise.all([operator.isInCall(), customer.isInCall()])
    await customer.page.context().clearPermissions()
    await customer.stage.getByText('The camera and the microphone are blocked').waitFor()
    for (const sentence of ['No camera', 'No microphone']) await operator.stage.getByText(sentence).waitFor()
    await Promise.all([hears(customer.page), plays(customer.page, 'Operator video')])
    await customer.says('I can still write')
    await operator.reads('I can still write')
    await customer.page.context().grantPermissions(permissions)
    await customer.stage.getByRole('button', { name: 'Try again' }).click()
    await Promise.all([operator.isInCall(), customer.isInCall()])
  }),
)

// The fake camera has no plug: what a browser does when a real one is pulled out, until `plugIn`.
const unplugCamera = `(() => {
  const devices = navigator.mediaDevices
  const { enumerateDevices, getUserMedia } = devices
  devices.enumerateDevices = async () =>
    (await enumerateDevices.call(devices)).filter(({ kind }) => kind !== 'videoinput')
  devices.getUserMedia = async (wish) => {
    if (wish.video) throw new DOMException('unplugged', 'NotFoundError')
    return getUserMedia.call(devices, wish)
  }
  window.plugIn = () => {
    Object.assign(devices, { enumerateDevices, getUserMedia })
    devices.dispatchEvent(new Event('devicechange'))
  }
  const [camera] = document.querySelector('[aria-label="Customer video"]').srcObject.getVideoTracks()
  camera.stop()
  camera.dispatchEvent(new Event('ended'))
})()`

test.run()
