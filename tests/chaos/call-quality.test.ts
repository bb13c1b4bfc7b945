// time-out: 90 s
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  closeCallPages,
  come,
  everybodyLeaves,
  hearsAndSees,
  newConversation,
  openCallPages,
  pictureOf,
  reaches,
  until,
} from '../support/call-page/call-pages.ts'
import { button, talk } from '../support/call-page/talk.ts'

test.before(openCallPages)
test.before.each(newConversation)
test.after.each(everybodyLeaves)
test.after(closeCallPages)

const panel = (page: Page) => page.getByRole('dialog', { name: 'Connection' })
const stillOn = (page: Page, name: string) => page.getByRole('img', { name: `Still picture of ${name}` })

test('either side can ask for less data, or for still pictures: both sides heed it, and sound goes on', async () => {
  const [operator, customer] = await talk()
  const both = [operator, customer]
  await button(customer, 'Connection').click()
  const switchOf = (name: string) => panel(customer).getByRole('switch', { name })
  await switchOf('Data saver').check()
  for (const page of both) await until(page, mostSent('<= 200_000'))

  await switchOf('Still pictures').check()
  await operator.getByText('Still pictures, to save data').waitFor()
  await stillOn(operator, 'Bora Customer').waitFor()
  await stillOn(customer, 'Ada Operator').waitFor()
  await changes(operator, 'Bora Customer')
  await framesStop(operator)
  await hears(operator)
  await button(operator, 'Take photo').click()
  await operator.getByRole('dialog', { name: 'Photo' }).press('Escape')

  await switchOf('Still pictures').uncheck()
  for (const page of both) await page.getByRole('img').waitFor({ state: 'detached' })
  for (const page of both) await hearsAndSees(page)

  await customer.reload()
  await reaches(customer, 'connected')
  await button(customer, 'Connection').click()
  assert.ok(await switchOf('Data saver').isChecked(), 'remembered on the device')
})

test('too narrow a way brings still pictures by itself, and both sides are told whose it is', async () => {
  const [operator, customer] = await Promise.all([
    come('operator', 'c1'),
    come('customer', 'c1', 'has a narrow way'),
  ])
  await Promise.all([reaches(operator, 'connected'), reaches(customer, 'connected')])
  await operator.getByText('Still pictures, because the connection is weak').waitFor()
  await stillOn(operator, 'Bora Customer').waitFor()
  await customer.getByText('Ada Operator sees still pictures of you').waitFor()
  await button(operator, 'Connection').click()
  await panel(operator).getByText('Bora Customer’s connection is weak').waitFor()
  await pictureOf(customer, 'Operator video')
})

/** The most bits a second that the picture may take, by the browser's own word. */
const mostSent = (isSo: string) =>
  `probe.senders().some(({ kind, most }) => kind === 'video' && most ${isSo})`

/** A newer picture has come. */
async function changes(page: Page, name: string): Promise<void> {
  const first = await stillOn(page, name).getAttribute('src')
  await until(page, `document.querySelector('img')?.src !== ${JSON.stringify(first)}`)
}

/** What was on its way has come, and no more follows. */
async function framesStop(page: Page): Promise<void> {
  await until(
    page,
    `probe.received().then(async ({ frames }) => {
      await new Promise((later) => setTimeout(later, 500))
      return (await probe.received()).frames === frames
    })`,
  )
}

async function hears(page: Page): Promise<void> {
  const { sound } = (await page.evaluate('probe.received()')) as { sound: number }
  await until(page, `probe.received().then((now) => now.sound > ${sound + 20})`)
}

test.run()
