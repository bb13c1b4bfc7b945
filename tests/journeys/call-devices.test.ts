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

test.run()
