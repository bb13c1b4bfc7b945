import type { OperatorPage } from '../operator-page.ts'
import type { Colleague, People } from '../people.ts'
import type { Visit } from './visit.ts'

export async function showEntry(people: People, ada: Colleague, visit: Visit): Promise<OperatorPage> {
  const operator = await people.operator('nobody yet')
  const { page } = operator
  await operator.button('Sign in').waitFor()
  await visit(page, 'sign-in')
  await operator.signsIn(ada.email, 'not her password')
  await page.getByRole('alert').waitFor()
  await visit(page, 'sign-in-refused')
  await operator.signsIn(ada.email, ada.password)
  await operator.button('New video link').waitFor()
  await visit(page, 'inbox-empty')
  await operator.button('Account').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor()
  await visit(page, 'account')
  await page.keyboard.press('Escape')
  await operator.button('Status').click()
  await page.getByRole('option', { name: 'Online' }).waitFor()
  await visit(page, 'status')
  await page.getByRole('option', { name: 'Online' }).click()
  await operator.goesTo('Archive')
  await visit(page, 'archive-empty')
  await operator.goesTo('Conversations')
  return operator
}
