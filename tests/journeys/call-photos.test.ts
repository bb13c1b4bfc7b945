import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  closeCallPages,
  newConversation,
  openCallPages,
  reaches,
  until,
} from '../support/call-page/call-pages.ts'
import { button, talk } from '../support/call-page/talk.ts'
import { untilTrue } from '../support/until.ts'

// One talk, in which each test begins where the one before ended.
let operator: Page
let customer: Page
test.before(async () => {
  await openCallPages()
  newConversation()
  ;[operator, customer] = await talk()
})
test.after(closeCallPages)

const shownSize = (page: Page, image: string) =>
  page.getByRole('img', { name: image }).evaluate((shown) => {
    const { naturalWidth, naturalHeight } = shown as unknown as Record<
      'naturalWidth' | 'naturalHeight',
      number
    >
    return [naturalWidth, naturalHeight]
  })
const cameraSize = `(({ width, height }) => [width, height])(line.local().getVideoTracks()[0].getSettings())`

test('a photo comes in the camera’s full resolution, and the customer is told', async () => {
  await button(operator, 'Take photo').click()
  await customer.getByText('Ada Operator took a photo').waitFor()
  await operator.getByRole('dialog', { name: 'Photo' }).waitFor()
  const [width = 0, height = 0] = await shownSize(operator, 'What the customer’s camera shows')
  const [cameraWidth, cameraHeight] = (await customer.evaluate(cameraSize)) as [number, number]
  assert.ok(
    width >= cameraWidth && height >= cameraHeight,
    `${width}×${height} of ${cameraWidth}×${cameraHeight}`,
  )

  const [saved] = await Promise.all([
    operator.waitForEvent('download'),
    operator.getByRole('link', { name: 'Save' }).click(),
  ])
  assert.match(saved.suggestedFilename(), /^photo-\d{4}-\d\d-\d\d-\d{6}\.jpg$/)
  await button(operator, 'Send to chat').click()
  assert.match(String(await operator.evaluate('said.at(-1)')), /^keep photo-.*\.jpg \d{4,}$/)
  assert.is(await operator.getByRole('dialog', { name: 'Photo' }).count(), 0)
})

test('without a camera there is nothing to take or freeze, and it is said', async () => {
  await button(customer, 'Turn camera off').click()
  await operator.getByText('Camera is off').waitFor()
  for (const name of ['Pointer', 'Take photo', 'Freeze picture'])
    assert.ok(await button(operator, name).isDisabled(), name)
  // Somebody may ask all the same.
  await operator.evaluate(`line.tools.tell({ t: 'snapshot', id: 5 })`)
  await operator.evaluate(`line.tools.listen((message) => { window.answer = message })`)
  await operator.evaluate(`line.tools.tell({ t: 'snapshot', id: 6 })`)
  await until(operator, `window.answer?.t === 'no-photo'`)
  await button(customer, 'Turn camera on').click()
  await operator.getByText('Camera is off').waitFor({ state: 'detached' })
})

test('what is drawn on the frozen picture is seen on the other side, and kept as a photo', async () => {
  await button(operator, 'Freeze picture').click()
  for (const page of [operator, customer]) await page.getByRole('img', { name: 'Frozen picture' }).waitFor()
  assert.equal(
    await shownSize(operator, 'Frozen picture'),
    await shownSize(customer, 'Frozen picture'),
    'the same frame on both sides',
  )
  for (const tool of ['Arrow', 'Circle', 'Free line']) {
    await button(operator, tool).click()
    await draw(operator)
  }
  assert.equal(await strokesOn(operator), ['arrow', 'circle', 'line'])
  await until(customer, `document.querySelectorAll('[data-stroke]').length === 3`)
  const drawn = String(await pathsOn(operator))
  await untilTrue('both see the same lines', async () => String(await pathsOn(customer)) === drawn)

  await button(operator, 'Undo').click()
  await until(customer, `document.querySelectorAll('[data-stroke]').length === 2`)
  await button(operator, 'Keep as photo').click()
  await operator.getByRole('dialog', { name: 'Photo' }).waitFor()
  assert.ok(await operator.evaluate(bluePixels('What the customer’s camera shows')))
  await operator.getByRole('dialog', { name: 'Photo' }).press('Escape')

  await button(operator, 'Clear drawing').click()
  await until(customer, `document.querySelectorAll('[data-stroke]').length === 0`)
  await operator.getByRole('toolbar').getByRole('button', { name: 'Unfreeze' }).click()
  for (const page of [operator, customer]) {
    await page.getByRole('img', { name: 'Frozen picture' }).waitFor({ state: 'detached' })
  }
})

test('a drawing outlives the line on the operator’s side alone', async () => {
  await button(operator, 'Freeze picture').click()
  await customer.getByRole('img', { name: 'Frozen picture' }).waitFor()
  await draw(operator)
  await customer.reload()
  await operator.getByRole('dialog', { name: 'Photo' }).waitFor()
  await reaches(customer, 'connected')
  assert.is(await customer.getByRole('img', { name: 'Frozen picture' }).count(), 0)
})

/** Across the middle of the picture. */
async function draw(page: Page): Promise<void> {
  const box = await page.locator('[data-surface]').boundingBox()
  assert.ok(box)
  const at = (share: number) => [box.x + box.width * share, box.y + box.height * share] as const
  await page.mouse.move(...at(0.4))
  await page.mouse.down()
  for (const share of [0.45, 0.5, 0.6]) await page.mouse.move(...at(share))
  await page.mouse.up()
}

const strokesOn = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('[data-stroke]')].map((path) => path.dataset.stroke)`)
// What goes over the wire is rounded to what a screen can show.
const pathsOn = (page: Page) =>
  page.evaluate(
    `[...document.querySelectorAll('[data-stroke]')].map((path) => path.getAttribute('d').replace(/[\\d.]+/g, Math.round))`,
  )

/** Whether the image has the drawing's blue in it: the fake camera shows none. */
const bluePixels = (image: string) => `(async () => {
  const shown = document.querySelector('img[alt="${image}"]')
  const canvas = Object.assign(document.createElement('canvas'), { width: shown.naturalWidth, height: shown.naturalHeight })
  const pen = canvas.getContext('2d')
  pen.drawImage(shown, 0, 0)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  let blue = 0
  for (let at = 0; at < data.length; at += 4)
    if (Math.abs(data[at] - 10) < 30 && Math.abs(data[at + 1] - 102) < 30 && data[at + 2] > 180) blue++
  return blue > 500
})()`

test.run()
