import type { OperatorPage } from '../operator-page.ts'
import type { Visit } from './visit.ts'

/** The form for a new link, and what becomes of one before it is opened. */
export async function showLinks(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  const form = await operator.opensLinkForm()
  await form.waitFor()
  await visit(page, 'link-form')
  await operator.fillsIn(form, { phone: '12', message: 'We would like to look at your boiler together.' })
  await form.getByRole('button', { name: 'Send SMS' }).click()
  await form.getByText('This is not a number').waitFor()
  await visit(page, 'link-form-refused')
  await operator.fillsIn(form, {
    name: 'Zeynep Kaya',
    phone: '+90 533 765 43 21',
    assignment: 'Normal assignment',
    department: 'Technicians',
  })
  await form.getByLabel('Template').selectOption({ label: 'Boiler' })
  await form.getByText(/^Hello Zeynep/).waitFor()
  await visit(page, 'link-form-template')
  await form.getByRole('button', { name: 'Send SMS' }).click()
  await form.getByLabel('Link', { exact: true }).waitFor()
  await visit(page, 'link-made')
  await operator.linkShown(form)
  await operator.opens('Zeynep Kaya')
  await visit(page, 'invited')
  await chooses(operator, 'Send a new link')
  await page.getByRole('dialog').getByLabel('Link', { exact: true }).waitFor()
  await visit(page, 'link-sent-again')
  await page.keyboard.press('Escape')
  await chooses(operator, 'Withdraw link')
  await page.getByRole('alertdialog').waitFor()
  await visit(page, 'link-withdrawn')
  await page.keyboard.press('Escape')
}

/** Something of the three-line menu. */
export async function chooses(operator: OperatorPage, item: string): Promise<void> {
  await operator.button('Conversation menu').click()
  await operator.page.getByRole('menuitem', { name: item }).click()
}
