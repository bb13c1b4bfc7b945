import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  closeCallPages,
  come,
  everybodyLeaves,
  hearsAndSees,
  newConversation,
  openCallPages,
  reaches,
  until,
} from '../support/call-page/call-pages.ts'
import { button, talk } from '../support/call-page/talk.ts'

test.before(openCallPages)
test.before.each(newConversation)
test.after.each(everybodyLeaves)
test.after(closeCallPages)

const cameraId = 'line.local()?.getVideoTracks()[0].getSettings().deviceId'
const microphoneId = 'line.microphone()?.getSettings().deviceId'

test('a camera and a microphone that were picked are used at once, and again after a reload', async () => {
  const [operator, customer] = await talk()
  await button(operator, 'Devices').click()
  const panel = operator.getByRole('dialog', { name: 'Devices' })
  const before = [await operator.evaluate(cameraId), await operator.evaluate(microphoneId)]
  for (const name of ['Camera', 'Microphone', 'Loudspeaker']) {
    const select = panel.getByRole('combobox', { name, exact: true })
    const values = await select
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')))
    const current = await select.inputValue()
    assert.ok(values.includes(current) && values.at(-1) !== current, `${name}: ${current} of ${values}`)
    // The last one: Chromium's second fake camera measures depth, which nobody can send.
    await select.selectOption(values.at(-1) ?? null)
  }
  await until(operator, `${cameraId} && ${cameraId} !== '${before[0]}' && ${microphoneId} !== '${before[1]}'`)
  const picked = [await operator.evaluate(cameraId), await operator.evaluate(microphoneId)]
  await hearsAndSees(customer)

  const speaker = `document.querySelector('[aria-label="Customer video"]').sinkId`
  const sink = await operator.evaluate(speaker)
  assert.ok(sink)
  await operator.reload()
  await reaches(operator, 'connected')
  await until(operator, `${cameraId} === '${picked[0]}' && ${microphoneId} === '${picked[1]}'`)
  await until(operator, `${speaker} === '${sink}'`)
})

test('a customer chooses, too, on a phone', async () => {
  const [operator, customer] = await talk()
  await customer.setViewportSize({ width: 360, height: 740 })
  await button(customer, 'Devices').click()
  const select = customer.getByRole('combobox', { name: 'Microphone', exact: true })
  const before = await customer.evaluate(microphoneId)
  await select.locator('option').nth(1).waitFor({ state: 'attached' })
  await select.selectOption({ index: (await select.locator('option').count()) - 1 })
  await until(customer, `${microphoneId} !== '${before}'`)
  await button(customer, 'Close').click()
  await select.waitFor({ state: 'detached' })
  await hearsAndSees(operator)
})

test('without any device on either side the call is up, and both are told', async () => {
  const pages = await Promise.all([
    come('operator', 'c1', 'has no devices'),
    come('customer', 'c1', 'has no devices'),
  ])
  for (const page of pages) {
    await reaches(page, 'connected')
    await page.getByText('No camera was found').waitFor()
    await page.getByText('No camera', { exact: true }).waitFor()
  }
})

test('a browser that cannot call says so, and the line tries no more', async () => {
  const customer = await come('customer', 'c1', 'grants', 'delete window.RTCPeerConnection')
  await reaches(customer, 'failed')
  await customer.getByText('This browser cannot make video calls').waitFor()
  await until(customer, 'probe.lights().length === 0')
  assert.is(await customer.evaluate('line.state().problem'), 'browser-too-old')
})

test('the meter moves with the voice, and rests when there is none', async () => {
  const operator = await come('operator', 'c1')
  await button(operator, 'Devices').click()
  const meter = operator.getByRole('meter', { name: 'Microphone level' })
  // The fake microphone beeps once a second.
  await until(operator, `+document.querySelector('[role=meter]').getAttribute('aria-valuenow') > 40`)
  await button(operator, 'Mute microphone').click()
  await until(operator, `document.querySelector('[role=meter]').getAttribute('aria-valuenow') === '0'`)
  await operator.getByRole('dialog', { name: 'Devices' }).press('Escape')
  assert.is(await meter.count(), 0)
})

test('a phone call on top is told to both sides, and the picture is back when it is over', async () => {
  const [operator, customer] = await talk()
  await customer.evaluate(`probe.interrupt('video', 'mute')`)
  await operator.getByText('Camera is off').waitFor()
  await customer.getByText('A phone call or another app is using the camera').waitFor()
  await customer.evaluate(`probe.interrupt('video', 'unmute')`)
  await operator.getByText('Camera is off').waitFor({ state: 'detached' })
  await hearsAndSees(operator)
})

test('the microphone’s light goes out some time after it was muted, and one press is heard again', async () => {
  const [operator, customer] = await talk()
  await button(customer, 'Mute microphone').click()
  await until(customer, `probe.lights().join() === 'video'`)
  await operator.getByText('Microphone is off').waitFor()
  await button(customer, 'Unmute microphone').click()
  await operator.getByText('Microphone is off').waitFor({ state: 'detached' })
  await until(customer, `probe.lights().sort().join() === 'audio,video'`)
  await hearsAndSees(operator)
})

test('in a call the screen stays on and the keys of a headset work, and after it no longer', async () => {
  const [operator] = await talk()
  await until(operator, 'probe.isScreenKept()')
  await operator.evaluate(`probe.press('togglecamera')`)
  await button(operator, 'Turn camera on').waitFor()
  await operator.evaluate(`probe.press('togglemicrophone')`)
  await button(operator, 'Unmute microphone').waitFor()
  await operator.evaluate(`probe.press('hangup')`)
  assert.is(await operator.evaluate('said.at(-1)'), 'end')
  await operator.evaluate('setCall(null)')
  await until(operator, '!probe.isScreenKept()')
  await operator.evaluate(`said.push('nothing'), probe.press('hangup')`)
  assert.is(await operator.evaluate('said.at(-1)'), 'nothing')
})

test('where the camera has a light it can be turned on', async () => {
  const customer = await come('customer', 'c1', 'has a light beside the camera')
  await button(customer, 'Light').click()
  assert.is(await customer.evaluate('light'), true)
  await button(customer, 'Light').click()
  assert.is(await customer.evaluate('light'), false)
  assert.is(
    await (await come('operator', 'c1')).getByRole('button', { name: 'Light', exact: true }).count(),
    0,
  )
})

test.run()
