import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  closeCallPages,
  come,
  everybodyLeaves,
  newConversation,
  openCallPages,
  pictureOf,
  reaches,
  until,
} from '../support/call-page/call-pages.ts'
import { markOn } from '../support/call-page/picture-marks.ts'

test.before(openCallPages)
test.before.each(newConversation)
test.after.each(everybodyLeaves)
test.after(closeCallPages)

const near = (a: number, b: number, by = 0.01) => Math.abs(a - b) < by
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** A call in which the customer's camera is seen, and the tools hear each other. */
async function talk(): Promise<[operator: Page, customer: Page]> {
  const [operator, customer] = await Promise.all([come('operator', 'c1'), come('customer', 'c1')])
  await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
  await Promise.all([pictureOf(operator, 'Customer video'), pictureOf(customer, 'Customer video')])
  await Promise.all([operator, customer].map((page) => until(page, 'line.tools.isOpen()')))
  return [operator, customer]
}

// A wide window letterboxes, a narrow one crops; the customer's own picture is a mirror besides.
const screens = [
  { operator: { width: 1440, height: 900 }, customer: { width: 360, height: 740 } },
  { operator: { width: 390, height: 844 }, customer: { width: 1280, height: 600 } },
  { operator: { width: 700, height: 380 }, customer: { width: 820, height: 1180 } },
]

test('the pointer is at the same spot of the picture on both sides, whatever their sizes and crops', async () => {
  const [operator, customer] = await talk()
  await button(operator, 'Pointer').click()
  for (const sizes of screens) {
    await operator.setViewportSize(sizes.operator)
    await customer.setViewportSize(sizes.customer)
    for (const [x, y] of [
      [0.5, 0.5],
      [0.45, 0.3],
      [0.6, 0.62],
    ] as const) {
      await operator.mouse.move(sizes.operator.width * x, sizes.operator.height * y)
      const here = await markOn(operator, 'Customer video')
      await until(customer, `document.querySelector('[data-mark=point]') !== null`)
      let there = await markOn(customer, 'Customer video')
      for (let look = 0; look < 40 && !(near(here.x, there.x) && near(here.y, there.y)); look++) {
        await customer.waitForTimeout(50)
        there = await markOn(customer, 'Customer video')
      }
      assert.ok(near(here.px, sizes.operator.width * x, 1) && near(here.py, sizes.operator.height * y, 1))
      assert.ok(near(here.x, there.x) && near(here.y, there.y), JSON.stringify({ sizes, here, there }))
      assert.ok(there.width > sizes.customer.width * 0.9, 'the customer’s own picture is large meanwhile')
    }
  }
  await button(operator, 'Pointer').click()
  await customer.locator('[data-mark=point]').waitFor({ state: 'detached' })
  await until(customer, `document.querySelector('[aria-label="Customer video"]').clientWidth < 200`)
})

test('a tap blooms on both sides, and the keyboard does all of it', async () => {
  const [operator, customer] = await talk()
  await button(operator, 'Pointer').press('Enter')
  const layer = operator.getByRole('application')
  await layer.press('ArrowRight')
  await layer.press('Shift+ArrowUp')
  await layer.press('Enter')
  await Promise.all([operator, customer].map((page) => page.locator('[data-mark=ping]').waitFor()))
  const there = await markOn(customer, 'Customer video')
  assert.ok(near(there.x, 0.52) && near(there.y, 0.4), JSON.stringify(there))
  await Promise.all(
    [operator, customer].map((page) => page.locator('[data-mark=ping]').waitFor({ state: 'detached' })),
  )
  await layer.press('Escape')
  await customer.locator('[data-mark=point]').waitFor({ state: 'detached' })
  assert.is(await button(operator, 'Pointer').getAttribute('aria-pressed'), 'false')
})

test('a pointer that was out when the line broke is there again when it is back', async () => {
  const [operator, customer] = await talk()
  await button(operator, 'Pointer').click()
  await customer.locator('[data-mark=point]').waitFor()
  await customer.reload()
  await reaches(customer, 'connected')
  await customer.locator('[data-mark=point]').waitFor()
})

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
  const [operator, customer] = await talk()
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
  const [operator, customer] = await talk()
  await button(customer, 'Turn camera off').click()
  await operator.getByText('Camera is off').waitFor()
  for (const name of ['Pointer', 'Take photo', 'Freeze picture'])
    assert.ok(await button(operator, name).isDisabled(), name)
  // Somebody may ask all the same.
  await operator.evaluate(`line.tools.tell({ t: 'snapshot', id: 5 })`)
  await operator.evaluate(`line.tools.listen((message) => { window.answer = message })`)
  await operator.evaluate(`line.tools.tell({ t: 'snapshot', id: 6 })`)
  await until(operator, `window.answer?.t === 'no-photo'`)
})

test('what is drawn on the frozen picture is seen on the other side, and kept as a photo', async () => {
  const [operator, customer] = await talk()
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
  assert.equal(await pathsOn(customer), await pathsOn(operator))

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
  const [operator, customer] = await talk()
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
