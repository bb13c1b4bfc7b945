// time-out: 240 s
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { strikes, tabsTo } from '../support/keys.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { desktop } from '../support/people.ts'
import { staysAtLanding } from '../support/stays-at-landing.ts'
import { until, untilTrue } from '../support/until.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'both go the whole way by keyboard alone: sign-in, link, job, call, drawing, reduced video, survey and filing',
  walk(async (people) => {
    const operator = await people.operator('nobody yet')
    const { page } = operator
    await signsIn(operator, people.administrator)
    await strikes(page, 'button', 'Status', 'Enter')
    await page.getByRole('option', { name: 'Online' }).waitFor()
    await until(page, `document.activeElement?.closest('[role=listbox]') !== null`)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await operator.hasStatus('Online')
    const link = await sendsLink(operator)

    await page.getByRole('link', { name: 'Archive' }).focus()
    const customer = await staysAtLanding(people, link, { at: desktop })
    await strikes(customer.page, 'button', 'Continue', 'Enter')
    await operator.job.waitFor()
    await until(page, `document.activeElement?.closest('[role=alertdialog]') !== null`)
    await strikes(page, 'button', 'Accept', 'Enter')
    await until(page, `document.activeElement?.closest('[role=alertdialog]') === null`)
    await Promise.all([operator.isInCall(), customer.isInCall()])

    await draws(page, customer.page)
    for (const side of [page, customer.page]) await placesReducedVideo(side)

    await tabsTo(customer.page, 'textbox', 'Message')
    await customer.page.keyboard.type('All by keys')
    await customer.page.keyboard.press('Enter')
    await operator.reads('All by keys')
    await strikes(customer.page, 'button', 'End video call', 'Enter')
    await operator.isInNoCall()
    await strikes(customer.page, 'button', 'End conversation', 'Enter')
    await customer.page.getByRole('dialog').waitFor()
    await strikes(customer.page, 'button', 'End conversation', 'Enter', 'dialog')
    await customer.isAsked()
    await tabsTo(customer.page, 'radio')
    await customer.page.keyboard.press('ArrowRight')
    await strikes(customer.page, 'button', 'Send rating', 'Enter')
    await customer.isTold('Thank you')
    await files(operator)
  }),
)

async function signsIn({ page }: OperatorPage, who: { email: string; password: string }): Promise<void> {
  await tabsTo(page, 'textbox', 'Email')
  await page.keyboard.type(who.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(who.password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'New video link' }).waitFor()
}

async function sendsLink(operator: OperatorPage): Promise<string> {
  const { page } = operator
  await page.keyboard.press('n')
  const form = page.getByRole('dialog', { name: 'New video link' })
  await form.waitFor()
  await page.keyboard.type('+90 532 123 45 67')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Cem')
  await page.keyboard.press('Enter')
  const link = await form.getByLabel('Link', { exact: true }).inputValue()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })
  return link
}

/** An arrow and a circle on the frozen picture; a third shape is thought better of. */
async function draws(page: Page, customer: Page): Promise<void> {
  await strikes(page, 'button', 'Freeze picture', 'Enter')
  await until(page, `document.activeElement?.matches('[role=application]') === true`)
  await keys(page, 'ArrowLeft', 'Enter', 'Shift+ArrowUp', 'ArrowRight', 'Enter')
  await customer.locator('[data-stroke=arrow]').waitFor()
  await strikes(page, 'button', 'Circle', 'Enter')
  await tabsTo(page, 'application', undefined, 'Shift+Tab')
  await keys(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Space', 'ArrowLeft')
  await customer.locator('[data-stroke=circle]').waitFor()
  await keys(page, 'Enter', 'ArrowDown', 'Escape')
  await until(customer, `document.querySelectorAll('[data-stroke]').length === 2`)
  assert.equal(await customer.evaluate(shapes), await page.evaluate(shapes))
  await strikes(page, 'button', 'Unfreeze', 'Enter')
  await page.getByRole('img', { name: 'Frozen picture' }).waitFor({ state: 'detached' })
  await until(page, `document.activeElement?.getAttribute('aria-label') === 'Freeze picture'`)
}

// What goes over the wire is rounded to what a screen can show.
const shapes = `[...document.querySelectorAll('[data-stroke]')]
  .map((path) => path.dataset.stroke + path.getAttribute('d').replace(/[\\d.]+/g, Math.round))`

async function placesReducedVideo(page: Page): Promise<void> {
  await strikes(page, 'button', 'Reduce video', 'Enter')
  await page.getByRole('button', { name: /^Move video/ }).waitFor()
  const stage = page.getByRole('region', { name: 'Video call' })
  const before = await stage.boundingBox()
  await tabsTo(page, 'button', 'Move video (arrow keys, with Shift to the edge)')
  await page.keyboard.press('ArrowLeft')
  await untilTrue('it has moved', async () => (await stage.boundingBox())?.x !== before?.x)
}

async function files(operator: OperatorPage): Promise<void> {
  const { page } = operator
  await strikes(page, 'link', /Cem/, 'Enter')
  await operator.conversation.waitFor()
  await strikes(page, 'button', 'Conversation menu', 'Enter')
  const first = page.getByRole('menuitem', { name: 'End conversation' })
  await untilTrue('the menu has the keyboard', () =>
    first.evaluate((entry) => entry === entry.ownerDocument.activeElement),
  )
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'End conversation' }).waitFor()
  await tabsTo(page, 'radio')
  await page.keyboard.press('Space')
  await strikes(page, 'button', 'End conversation', 'Enter', '[role=dialog]')
  await page.getByRole('dialog', { name: 'End conversation' }).waitFor({ state: 'detached' })
}

async function keys(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) await page.keyboard.press(name)
}

test.run()
