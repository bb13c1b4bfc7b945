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
import { markOn } from '../support/call-page/picture-marks.ts'
import { button, near, talk } from '../support/call-page/talk.ts'

// One talk, in which each test begins where the one before ended.
let operator: Page
let customer: Page
test.before(async () => {
  await openCallPages()
  newConversation()
  ;[operator, customer] = await talk()
})
test.after(closeCallPages)

// Nobody points at a picture in the frame in which their window changes.
const isDrawn = (page: Page) =>
  page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))')

// A wide window letterboxes, a narrow one crops; the customer's own picture is a mirror besides.
const screens = [
  { operator: { width: 1440, height: 900 }, customer: { width: 360, height: 740 } },
  { operator: { width: 390, height: 844 }, customer: { width: 1280, height: 600 } },
  { operator: { width: 700, height: 380 }, customer: { width: 820, height: 1180 } },
]

test('the pointer is at the same spot of the picture on both sides, whatever their sizes and crops', async () => {
  await button(operator, 'Pointer').click()
  for (const sizes of screens) {
    await operator.setViewportSize(sizes.operator)
    await customer.setViewportSize(sizes.customer)
    await Promise.all([isDrawn(operator), isDrawn(customer)])
    for (const [x, y] of [
      [0.5, 0.5],
      [0.45, 0.3],
      [0.6, 0.62],
    ] as const) {
      await operator.mouse.move(sizes.operator.width * x, sizes.operator.height * y)
      const here = await markOn(operator, 'Customer video')
      await until(customer, `document.querySelector('[data-mark=point]') !== null`)
      let there = await markOn(customer, 'Customer video')
      for (let look = 0; look < 400 && !(near(here.x, there.x) && near(here.y, there.y)); look++) {
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
  for (const page of [operator, customer]) await page.setViewportSize({ width: 1280, height: 720 })
})

test('a tap blooms on both sides, and the keyboard does all of it', async () => {
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
  await button(operator, 'Pointer').click()
  await customer.locator('[data-mark=point]').waitFor()
  await customer.reload()
  await reaches(customer, 'connected')
  await customer.locator('[data-mark=point]').waitFor()
})

test.run()
