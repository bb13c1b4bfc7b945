import type { CustomerPage } from '../customer-page.ts'
import type { OperatorPage } from '../operator-page.ts'
import { chooses } from './show-links.ts'
import type { Visit } from './visit.ts'

/** The chat without a video, and calls that ring in the middle of it. */
export async function showRings(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await customer.endsCall()
  await customer.isInNoCall()
  await operator.isInNoCall()
  await visit(customer.page, 'customer-chat')
  await visit(operator.page, 'conversation')
  await customer.button('Emoji').click()
  await customer.page.getByRole('dialog', { name: 'Emoji' }).waitFor()
  await visit(customer.page, 'customer-emoji')
  await customer.page.keyboard.press('Escape')
  await chooses(operator, 'Transfer')
  await operator.page.getByRole('dialog', { name: 'Transfer' }).waitFor()
  await visit(operator.page, 'transfer')
  await operator.page.keyboard.press('Escape')
  await operator.page.getByRole('dialog', { name: 'Transfer' }).waitFor({ state: 'detached' })
  await ring(operator, customer, visit)
}

async function ring(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await operator.button('Start video call').click()
  await customer.page.getByRole('alertdialog').waitFor()
  await visit(customer.page, 'customer-ring')
  await visit(operator.page, 'ringing-out')
  await customer.declinesCall()
  await customer.messages.getByText('was declined').waitFor()
  await customer.button('Start video call').click()
  await operator.page.getByRole('alertdialog').waitFor()
  await visit(operator.page, 'ring')
  await visit(customer.page, 'customer-ringing-out')
  await operator.page.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
  await operator.page.getByRole('alertdialog').waitFor({ state: 'detached' })
}
