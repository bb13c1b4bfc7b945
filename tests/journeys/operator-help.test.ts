// time-out: 300 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Template } from '../../edge/domain/wire.ts'
import { barriersOn } from '../support/accessibility.ts'
import { closeBrowsers } from '../support/browsers.ts'
import { historyOf, invite, openWithoutBrowser } from '../support/invite.ts'
import { untilTrue } from '../support/until.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'after Send SMS the focus is in the result, and Escape closes it',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    const dialog = await operator.opensLinkForm()
    await operator.fillsIn(dialog, {})
    await dialog.getByRole('button', { name: 'Send SMS' }).press('Enter')
    await dialog.getByLabel('Link', { exact: true }).waitFor()
    await dialog.locator('button:focus').waitFor()
    await operator.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }),
)

test(
  'a template is made with its variables, chosen in the form, and sent filled in',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    await operator.goesTo('Settings')
    const panel = operator.page.getByRole('region', { name: 'Message templates' })
    await panel.getByRole('button', { name: 'Add template' }).click()
    const editor = operator.page.getByRole('dialog', { name: 'Add template' })
    await editor.getByLabel('Name', { exact: true }).fill('Parcel')
    await editor.getByLabel('Text').fill('Hello ')
    await editor.getByRole('button', { name: 'Customer name' }).click()
    await operator.page.keyboard.type(', {team} calls:')
    assert.equal(await barriersOn(operator.page, 'template'), [])
    await editor.getByRole('button', { name: 'Save' }).click()
    await editor.waitFor({ state: 'detached' })
    await panel.getByText('Hello {name}, {team} calls:').waitFor()

    await operator.page.keyboard.press('n')
    const dialog = operator.page.getByRole('dialog', { name: 'New video link' })
    await operator.fillsIn(dialog, { name: 'Cem' })
    await dialog.getByLabel('Template').selectOption({ label: 'Parcel' })
    assert.is(await dialog.getByLabel('Message').inputValue(), 'Hello {name}, {team} calls:')
    await dialog.getByText(/^Hello Cem, Acme calls: /).waitFor()
    assert.equal(await barriersOn(operator.page, 'invite with a template'), [])
    await dialog.getByRole('button', { name: 'Send SMS' }).click()
    const text = await dialog.getByLabel('Text', { exact: true }).inputValue()
    assert.match(text, /^Hello Cem, Acme calls: http/)
    await dialog.getByRole('button', { name: 'Close' }).click()

    await panel.getByRole('button', { name: 'Edit Parcel' }).click()
    await operator.page
      .getByRole('dialog', { name: 'Parcel' })
      .getByRole('button', { name: 'Delete' })
      .click()
    await operator.page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
    await panel.getByText('No templates yet').waitFor()
    const { templates } = (await people.admin.get<{ templates: Template[] }>('/api/team')).body
    assert.equal(templates, [])
  }),
)

test(
  'the operator sees live where the customer is stuck, and sends the hint that helps',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    const invited = await invite(people.admin)
    await operator.opens('Cem Yılmaz')
    const way = operator.page.getByRole('region', { name: 'How far the customer got' })
    await way.getByText('Link not opened').waitFor()

    const customer = await openWithoutBrowser(people.house, invited)
    await operator.declines()
    await way.getByText('Link opened').waitFor()
    const says = (step: string) => customer.post(`/api/visits/${invited.conversationId}/progress`, { step })
    await says('camera-asked')
    await way.getByText('Asked for the camera').waitFor()
    await says('camera-denied')
    await way.getByText('Camera denied').waitFor()
    await operator.page.getByRole('link', { name: 'Cem Yılmaz' }).getByText('Camera denied').waitFor()

    assert.equal(await barriersOn(operator.page, 'a customer who is stuck'), [])
    await way.getByRole('button', { name: 'Send hint: allow the camera' }).click()
    await way.getByRole('button', { name: 'Hint sent: allow the camera' }).waitFor()
    await way.getByRole('button', { name: 'More hints' }).click()
    await operator.page.getByRole('menuitem', { name: 'Send hint: reload the page' }).click()
    await untilTrue('both hints are on record', async () => {
      const types = await historyOf(people.admin, invited.conversationId)
      return types.filter((type) => type === 'hint.sent').length === 2
    })
    await says('camera-ready')
    await way.getByText('Camera ready').waitFor()
  }),
)

test.run()
