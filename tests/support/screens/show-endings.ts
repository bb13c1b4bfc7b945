import type { CustomerPage } from '../customer-page.ts'
import type { OperatorPage } from '../operator-page.ts'
import { chooses } from './show-links.ts'
import type { Visit } from './visit.ts'

/** How a conversation ends on both sides, and where it lies afterwards. */
export async function showEndings(
  operator: OperatorPage,
  customer: CustomerPage,
  visit: Visit,
): Promise<void> {
  await showSurvey(customer, visit)
  await showFiling(operator, visit)
  await showArchive(operator, visit)
}

async function showSurvey(customer: CustomerPage, visit: Visit): Promise<void> {
  const { page } = customer
  await customer.button('End conversation').click()
  await page.getByRole('dialog').waitFor()
  await visit(page, 'customer-end')
  await page.getByRole('dialog').getByRole('button', { name: 'End conversation' }).click()
  await customer.isAsked()
  await visit(page, 'customer-survey')
  await customer.button('Send rating').click()
  await page.getByRole('alert').waitFor()
  await visit(page, 'customer-survey-refused')
  await page.getByRole('radio', { name: 'Very good' }).check()
  await page.getByLabel('Comment').fill('Quick and kind. The noise is gone!')
  await visit(page, 'customer-survey-filled')
  await customer.button('Send rating').click()
  await customer.isTold('Thank you')
  await visit(page, 'customer-thanks')
  const saving = page.waitForEvent('download')
  await customer.button('Save the transcript').click()
  await (await saving).path()
  await visit(page, 'customer-thanks-saved')
}

async function showFiling(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  await page.getByText('Closed work').first().waitFor()
  await visit(page, 'closed-work')
  await operator.button('Conversation menu').click()
  await page.getByRole('menuitem').first().waitFor()
  await visit(page, 'conversation-menu')
  await page.keyboard.press('Escape')
  await chooses(operator, 'End conversation')
  await page.getByRole('dialog').waitFor()
  await visit(page, 'end-conversation')
  await page.keyboard.press('Escape')
  await operator.endsConversation('Resolved')
}

async function showArchive(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  await operator.goesTo('Archive')
  await page.getByRole('link', { name: 'Cem Yılmaz' }).waitFor()
  await visit(page, 'archive')
  await page.getByRole('searchbox').fill('zeppelin')
  await page.getByText('Nothing found').waitFor()
  await visit(page, 'archive-no-hit')
  await page.getByRole('searchbox').fill('boiler')
  await page.getByText('boiler').first().waitFor()
  await visit(page, 'archive-search')
  await operator.opens('Cem Yılmaz')
  await visit(page, 'archive-conversation')
  await operator.goesTo('Conversations')
}
