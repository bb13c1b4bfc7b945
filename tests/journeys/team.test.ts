// time-out: 240 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { invite, openWithoutBrowser } from '../support/invite.ts'
import { OperatorPage } from '../support/operator-page.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'the administrator invites an operator by a link, who joins, comes Online and gets the next job',
  walk(async (people) => {
    const admin = await people.operator(people.administrator)
    await admin.goes('Busy')
    await admin.goesTo('Settings')
    await admin.button('Add operator').click()
    const form = admin.page.getByRole('dialog', { name: 'Add operator' })
    await form.getByLabel('Email').fill('ada@acme.test')
    await form.getByRole('button', { name: 'Make invitation' }).click()
    const link = await form.getByLabel('Link', { exact: true }).inputValue()
    await form.getByRole('button', { name: 'Done' }).click()
    await admin.page.getByText('Invited', { exact: true }).waitFor()

    const ada = new OperatorPage(await (await people.context('Ada')).newPage())
    await ada.page.goto(link)
    await ada.page.getByText('You were invited as ada@acme.test').waitFor()
    await ada.page.getByLabel('Your name').fill('Ada Lovelace')
    await ada.page.getByLabel('Password').fill('engines analyse numbers')
    await ada.button('Join').click()
    await ada.goes('Online')
    await admin.page.getByRole('region', { name: 'Operators' }).getByText('Ada Lovelace').waitFor()

    await openWithoutBrowser(people.house, await invite(people.admin))
    await ada.accepts()
    await ada.page.getByRole('heading', { name: 'Cem Yılmaz' }).waitFor()
    await ada.goesTo('Settings')
    assert.is(
      await ada.page.getByRole('region', { name: 'Operators' }).count(),
      0,
      'the team is not hers to change',
    )

    const latecomer = await (await people.context('latecomer')).newPage()
    await latecomer.goto(link)
    await latecomer.getByText('This invitation is used up').waitFor()
  }),
)

test(
  'a department’s job rings at its members alone, and not above their limit',
  walk(async (people) => {
    const colleague = await people.colleague('Ada', { conversationLimit: 1 })
    const ada = await people.operator(colleague)
    const admin = await people.operator(people.administrator)
    await admin.goesTo('Settings')
    await admin.button('Add department').click()
    const form = admin.page.getByRole('dialog', { name: 'Add department' })
    await form.getByLabel('Name', { exact: true }).fill('Technicians')
    await form.getByRole('checkbox', { name: 'Ada' }).check()
    await form.getByRole('button', { name: 'Save' }).click()
    await form.waitFor({ state: 'detached' })

    await admin.goesTo('Conversations')
    const wish = { department: 'Technicians', assignment: 'Normal assignment' } as const
    const first = await people.customer(await admin.sendsLink(wish))
    await ada.accepts()
    await ada.lineIs('connected')
    const second = await people.customer(
      await admin.sendsLink({ ...wish, name: 'Zeynep Kaya', phone: '+905337654321' }),
    )
    await second.waits()
    assert.is(await ada.job.count(), 0)
    assert.is(await admin.job.count(), 0)
    await first.leaves()
    await ada.job.getByText('Zeynep Kaya').waitFor()
  }),
)

test(
  'an operator who is disabled is signed out at once and cannot come back',
  walk(async (people) => {
    const colleague = await people.colleague('Ada')
    const ada = await people.operator(colleague)
    const admin = await people.operator(people.administrator)
    await admin.goesTo('Settings')
    await admin.button('Edit Ada').click()
    await admin.page.getByRole('dialog', { name: 'Ada' }).getByRole('button', { name: 'Disable' }).click()
    await admin.page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
    await ada.button('Sign in').waitFor()
    await ada.signsIn(colleague.email, colleague.password)
    await ada.page.getByRole('alert').waitFor()
    await admin.page.getByText('Disabled', { exact: true }).waitFor()
  }),
)

test(
  'every status is chosen by its name, seen by the others, and outlives a reload',
  walk(async (people) => {
    const ada = await people.operator(await people.colleague('Ada'))
    const admin = await people.operator(people.administrator)
    await admin.goesTo('Settings')
    const row = admin.page
      .getByRole('region', { name: 'Operators' })
      .getByRole('listitem')
      .filter({ hasText: 'Ada' })
    for (const status of ['Busy', 'Be right back', 'Offline', 'Online']) {
      await ada.goes(status)
      await row.getByText(status, { exact: true }).waitFor()
    }
    await ada.goes('Busy')
    await ada.page.reload()
    await ada.hasStatus('Busy')
  }),
)

test(
  'a wrong password and an unknown person get the same answer',
  walk(async (people) => {
    const page = await people.operator('nobody yet')
    const answers: (string | null)[] = []
    for (const email of [people.administrator.email, 'nobody@acme.test']) {
      await page.signsIn(email, 'a guess at a password')
      const alert = page.page.getByRole('alert')
      await alert.waitFor()
      answers.push(await alert.textContent())
      await page.page.reload()
    }
    assert.is(answers[0], answers[1])
  }),
)

test.run()
