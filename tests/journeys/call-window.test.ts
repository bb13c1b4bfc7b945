import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  closeCallPages,
  everybodyLeaves,
  newConversation,
  openCallPages,
  pictureOf,
  until,
} from '../support/call-page/call-pages.ts'
import { button, near, talk } from '../support/call-page/talk.ts'

test.before(openCallPages)
test.before.each(newConversation)
test.after.each(everybodyLeaves)
test.after(closeCallPages)

const stageBox = async (page: Page) => {
  const box = await page.getByRole('region', { name: 'Video call' }).boundingBox()
  assert.ok(box)
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height, ...box }
}

async function dragStage(page: Page, toX: number, toY: number): Promise<void> {
  // What moves it is fetched when it is first reduced.
  await page.getByRole('button', { name: 'Move video' }).waitFor()
  const { left, top, width, height } = await stageBox(page)
  // Beside the buttons, which stand in the middle.
  const grip = [left + width * 0.2, top + height * 0.5] as const
  await page.mouse.move(...grip)
  await page.mouse.down()
  await page.mouse.move(toX, toY, { steps: 4 })
  await page.mouse.up()
}

test('the operator puts the reduced video anywhere, by mouse and by keyboard, and finds it there in the next call', async () => {
  const [operator] = await talk()
  await operator.setViewportSize({ width: 1200, height: 800 })
  await button(operator, 'Reduce video').click()
  await dragStage(operator, 300, 500)
  const dragged = await stageBox(operator)
  assert.ok(
    near(dragged.left + dragged.width * 0.2, 300, 2) && near(dragged.top + dragged.height * 0.5, 500, 2),
  )

  const move = operator.getByRole('button', { name: 'Move video' })
  await move.press('ArrowRight')
  await move.press('ArrowUp')
  const moved = await stageBox(operator)
  assert.ok(
    near(moved.left - dragged.left, 16, 1) && near(dragged.top - moved.top, 16, 1),
    JSON.stringify(moved),
  )
  const resize = operator.getByRole('button', { name: 'Resize video' })
  for (let press = 0; press < 5; press++) await resize.press('ArrowRight')
  const larger = await stageBox(operator)
  assert.ok(near(larger.width - moved.width, 80, 1) && near(larger.left, moved.left, 1))

  await operator.evaluate('setCall(null)')
  await operator.evaluate(
    `setCall({ id: 'c2', state: 'live', placedBy: 'customer', answeredAt: Date.now() })`,
  )
  await button(operator, 'Reduce video').click()
  const again = await stageBox(operator)
  for (const part of ['left', 'top', 'width', 'height'] as const)
    assert.ok(near(again[part], larger[part], 1), part)

  await move.press('Shift+ArrowRight')
  await move.press('Shift+ArrowDown')
  await operator.setViewportSize({ width: 500, height: 400 })
  await until(operator, `document.querySelector('[data-size=reduced]').getBoundingClientRect().right < 500`)
  const cornered = await stageBox(operator)
  assert.ok(near(cornered.right, 500 - 12, 1) && near(cornered.bottom, 400 - 12, 1), JSON.stringify(cornered))
  await button(operator, 'Restore video').click()
  assert.is(await operator.getByRole('region', { name: 'Video call' }).getAttribute('style'), null)
})

test('on the customer’s page it snaps to a corner and never lies over the field to write in', async () => {
  const [, customer] = await talk()
  await customer.setViewportSize({ width: 390, height: 700 })
  await button(customer, 'Reduce video').click()
  for (const [x, y] of [
    [60, 690],
    [380, 600],
    [50, 20],
  ] as const) {
    await dragStage(customer, x, y)
    const { left, right, top, bottom } = await stageBox(customer)
    assert.ok(near(left, 12, 1) || near(right, 390 - 12, 1), `left ${left}`)
    assert.ok(near(top, 12, 1) || near(bottom, 700 - 64 - 12, 1), `top ${top}`)
  }
  await customer.setViewportSize({ width: 390, height: 380 })
  await until(
    customer,
    `document.querySelector('[data-size=reduced]').getBoundingClientRect().bottom <= 380 - 64`,
  )
})

test('the video moves into a window of its own, works there, and comes back', async () => {
  const [operator, customer] = await talk()
  await button(operator, 'Take out into its own window').click()
  await until(operator, 'window.documentPictureInPicture.window !== null')
  await operator.getByText('The video is in its own window.').waitFor()
  const outside = 'window.documentPictureInPicture.window.document'
  await until(
    operator,
    `(() => { const video = ${outside}.querySelector('[aria-label="Customer video"]'); return video && !video.paused && video.videoWidth > 320 })()`,
  )
  assert.ok(
    await operator.evaluate(
      `getComputedStyle(${outside}.querySelector('section')).backgroundColor !== 'rgba(0, 0, 0, 0)'`,
    ),
    'it has its styles',
  )
  await operator.evaluate(`${outside}.querySelector('[aria-label="Pointer"]').click()`)
  await customer.locator('[data-mark=point]').waitFor()

  await button(operator, 'Bring back').click()
  await until(operator, 'window.documentPictureInPicture.window === null')
  await pictureOf(operator, 'Customer video')
  await until(operator, `!document.querySelector('[aria-label="Customer video"]').paused`)
  await button(operator, 'Pointer').click()
  await customer.locator('[data-mark=point]').waitFor({ state: 'detached' })
})

test('a call that ends in a window of its own closes the window', async () => {
  const [operator] = await talk()
  await button(operator, 'Take out into its own window').click()
  await until(operator, 'window.documentPictureInPicture.window !== null')
  await operator.evaluate('setCall(null)')
  await until(operator, 'window.documentPictureInPicture.window === null')
  assert.is(await operator.getByRole('region', { name: 'Video call' }).count(), 0)
  assert.is(await operator.getByText('The video is in its own window.').count(), 0)
})

test.run()
