import type { CustomerPage } from '../customer-page.ts'
import type { OperatorPage } from '../operator-page.ts'
import type { Visit } from './visit.ts'

/** What the operator does with the customer's picture, and how the customer sees it. */
export async function showTools(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  const { page } = operator
  await operator.button('Pointer').click()
  await customer.page.locator('[data-mark=point]').waitFor()
  await visit(page, 'call-pointer')
  await visit(customer.page, 'customer-call-pointer')
  await operator.button('Pointer').click()

  await operator.button('Devices').click()
  await page.getByRole('dialog', { name: 'Devices' }).waitFor()
  await visit(page, 'call-devices')
  await page.getByRole('dialog', { name: 'Devices' }).press('Escape')

  await operator.button('Take photo').click()
  await page.getByRole('dialog', { name: 'Photo' }).waitFor()
  await visit(page, 'call-photo')
  await page.getByRole('dialog', { name: 'Photo' }).press('Escape')

  await operator.button('Freeze picture').click()
  await customer.page.getByRole('img', { name: 'Frozen picture' }).waitFor()
  await draws(operator)
  await customer.page.locator('[data-stroke=circle]').waitFor()
  await visit(page, 'call-frozen')
  await visit(customer.page, 'customer-call-frozen')
  await page.getByRole('toolbar').getByRole('button', { name: 'Unfreeze' }).click()
  await customer.page.getByRole('img', { name: 'Frozen picture' }).waitFor({ state: 'detached' })
}

async function draws(operator: OperatorPage): Promise<void> {
  for (const [tool, from, to] of [
    ['Arrow', 0.35, 0.48],
    ['Circle', 0.5, 0.62],
  ] as const) {
    await operator.button(tool).click()
    const box = await operator.page.locator('[data-surface]').boundingBox()
    if (!box) throw new Error('there is nothing to draw on')
    const at = (share: number) => [box.x + box.width * share, box.y + box.height * share] as const
    await operator.page.mouse.move(...at(from))
    await operator.page.mouse.down()
    await operator.page.mouse.move(...at(to), { steps: 3 })
    await operator.page.mouse.up()
  }
}
