import type { OperatorPage } from '../operator-page.ts'
import type { People } from '../people.ts'
import type { Visit } from './visit.ts'

/** What an administrator sets up, and how somebody new joins. */
export async function showTeam(people: People, visit: Visit): Promise<void> {
  const admin = await people.operator(people.administrator)
  const { page } = admin
  await admin.goesTo('Statistics')
  await page.getByRole('table').first().waitFor()
  await visit(page, 'statistics')
  await admin.goesTo('Settings')
  await page.getByText('Grace Hopper').first().waitFor()
  await visit(page, 'settings')
  await showOperators(people, admin, visit)
  await admin.button('Add department').click()
  await page.getByRole('dialog').waitFor()
  await visit(page, 'department-form')
  await page.keyboard.press('Escape')
  await showTemplate(admin, visit)
}

async function showOperators(people: People, admin: OperatorPage, visit: Visit): Promise<void> {
  const { page } = admin
  await admin.button('Add operator').click()
  await visit(page, 'operator-form')
  await page.getByLabel('Email').fill('alan@acme.test')
  await admin.button('Make invitation').click()
  const link = page.getByLabel('Link', { exact: true })
  await link.waitFor()
  await visit(page, 'operator-link')
  const join = await (await people.context('newcomer')).newPage()
  await join.goto(await link.inputValue())
  await join.getByLabel('Your name').waitFor()
  await visit(join, 'join')
  await join.goto(`${people.house.url}/join#${'x'.repeat(22)}`)
  await join.reload()
  await join.getByText('used up or has expired').waitFor()
  await visit(join, 'join-dead')
  await admin.button('Done').click()
  await admin.button('Edit Grace Hopper').click()
  await admin.button('Disable').click()
  await page.getByRole('alertdialog').waitFor()
  await visit(page, 'operator-disable')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

async function showTemplate(admin: OperatorPage, visit: Visit): Promise<void> {
  await admin.button('Edit Boiler').click()
  const editor = admin.page.getByRole('dialog', { name: 'Boiler' })
  await editor.waitFor()
  await visit(admin.page, 'template-form')
  await editor.getByRole('button', { name: 'Delete' }).click()
  await admin.page.getByRole('alertdialog').waitFor()
  await visit(admin.page, 'template-delete')
  await admin.page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
}
