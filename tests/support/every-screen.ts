// Every screen there is, one after the other, in one walk of a small team and its customer.

import type { Page } from 'playwright-core'
import { shared } from '../../pwa/words/en/shared.ts'
import type { CustomerPage } from './customer-page.ts'
import type { OperatorPage } from './operator-page.ts'
import type { Colleague, People } from './people.ts'

const offline = shared['common.offline']

/** Called at each screen, once it is there. */
export type Visit = (page: Page, name: string) => Promise<void>

export async function visitEveryScreen(people: People, visit: Visit): Promise<void> {
  const ada = await foundTeam(people)
  const operator = await showEntry(people, ada, visit)
  await showInvites(operator, visit)
  await showTalk(people, operator, visit)
  await showTeam(people, visit)
  await showDeadEnds(people, operator, visit)
}

async function foundTeam(people: People): Promise<Colleague> {
  const department = await people.admin.post<{ id: string }>('/api/team/departments', {
    name: 'Technicians',
    memberIds: [],
  })
  const departmentIds = [department.body.id]
  const ada = await people.colleague('Ada Lovelace', { departmentIds })
  await people.colleague('Grace Hopper', { departmentIds, conversationLimit: 5 })
  const invited = { email: 'edsger@acme.test', role: 'operator', departmentIds: [], conversationLimit: 3 }
  await people.admin.post('/api/team/operators', invited)
  return ada
}

async function showEntry(people: People, ada: Colleague, visit: Visit): Promise<OperatorPage> {
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
  await operator.button('Status').click()
  await page.getByRole('option', { name: 'Online' }).waitFor()
  await visit(page, 'status')
  await page.getByRole('option', { name: 'Online' }).click()
  await operator.goesTo('Archive')
  await visit(page, 'archive-empty')
  await operator.goesTo('Conversations')
  return operator
}

async function showInvites(operator: OperatorPage, visit: Visit): Promise<void> {
  const form = await operator.opensLinkForm()
  await form.waitFor()
  await visit(operator.page, 'link-form')
  await operator.fillsIn(form, { phone: '12', message: 'We would like to look at your boiler together.' })
  await form.getByRole('button', { name: 'Send SMS' }).click()
  await form.getByText('This is not a number').waitFor()
  await visit(operator.page, 'link-form-refused')
  await operator.fillsIn(form, { name: 'Zeynep Kaya', phone: '+90 533 765 43 21' })
  await form.getByRole('button', { name: 'Send SMS' }).click()
  await form.getByLabel('Link', { exact: true }).waitFor()
  await visit(operator.page, 'link-made')
  await operator.linkShown(form)
}

async function showTalk(people: People, operator: OperatorPage, visit: Visit): Promise<void> {
  const link = await operator.sendsLink({ message: 'We would like to look at your boiler together.' })
  const customer = await people.customer(link)
  await customer.button('Continue').waitFor()
  await visit(customer.page, 'customer-landing')
  await customer.waits()
  await customer.page.getByLabel('Customer video').waitFor()
  await visit(customer.page, 'customer-waiting')
  await operator.job.waitFor()
  await visit(operator.page, 'job')
  await operator.accepts()
  await Promise.all([operator.isInCall(), customer.isInCall()])
  await talk(operator, customer)
  await visit(customer.page, 'customer-call')
  await visit(operator.page, 'call')
  await operator.button('Reduce video').click()
  await visit(operator.page, 'call-reduced')
  await customer.button('Reduce video').click()
  await visit(customer.page, 'customer-call-reduced')
  await customer.endsCall()
  await customer.isInNoCall()
  await operator.isInNoCall()
  await visit(customer.page, 'customer-chat')
  await customer.button('Emoji').click()
  await customer.page.getByRole('dialog', { name: 'Emoji' }).waitFor()
  await visit(customer.page, 'customer-emoji')
  await customer.page.keyboard.press('Escape')
  await visit(operator.page, 'conversation')
  await showRing(operator, customer, visit)
  await showEnd(operator, customer, visit)
}

async function talk(operator: OperatorPage, customer: CustomerPage): Promise<void> {
  await customer.says('Merhaba! The boiler makes a strange noise since yesterday.')
  await operator.says('Good morning Cem, I see it. Could you turn the camera to the gauge on the left?')
  await customer.says('Like this?')
  await operator.says('Perfect. The manual is at https://example.org/boilers/vx-200 — page 12.')
  await operator.reads('Like this?')
  await customer.says('شكرا، هذا واضح جدا')
  await customer.says('👍')
  await operator.reads('👍')
}

async function showRing(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await operator.button('Start video call').click()
  await customer.page.getByRole('alertdialog').waitFor()
  await visit(customer.page, 'customer-ring')
  await visit(operator.page, 'ringing-out')
  await customer.declinesCall()
  await customer.messages.getByText('was declined').waitFor()
  await customer.button('Start video call').click()
  await operator.page.getByRole('alertdialog').waitFor()
  await visit(operator.page, 'ring')
  await operator.page.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
}

async function showEnd(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await customer.button('End conversation').click()
  await customer.page.getByRole('dialog').waitFor()
  await visit(customer.page, 'customer-end')
  await customer.page.getByRole('dialog').getByRole('button', { name: 'End conversation' }).click()
  await customer.isAsked()
  await visit(customer.page, 'customer-survey')
  await customer.page.getByRole('radio', { name: 'Very good' }).check()
  await customer.page.getByLabel('Comment').fill('Quick and kind. The noise is gone!')
  await visit(customer.page, 'customer-survey-filled')
  await customer.button('Send rating').click()
  await customer.isTold('Thank you')
  await visit(customer.page, 'customer-thanks')
  await operator.page.getByText('Closed work').first().waitFor()
  await visit(operator.page, 'closed-work')
  await operator.button('Conversation menu').click()
  await operator.page.getByRole('menuitem').first().waitFor()
  await visit(operator.page, 'conversation-menu')
  await operator.page.getByRole('menuitem', { name: 'End conversation' }).click()
  await operator.page.getByRole('dialog').waitFor()
  await visit(operator.page, 'end-conversation')
  await operator.page.keyboard.press('Escape')
  await operator.endsConversation('Resolved')
  await operator.goesTo('Archive')
  await operator.page.getByRole('link', { name: 'Cem Yılmaz' }).waitFor()
  await visit(operator.page, 'archive')
  await operator.page.getByRole('searchbox').fill('boiler')
  await operator.page.getByText('boiler').first().waitFor()
  await visit(operator.page, 'archive-search')
  await operator.opens('Cem Yılmaz')
  await visit(operator.page, 'archive-conversation')
}

async function showTeam(people: People, visit: Visit): Promise<void> {
  const admin = await people.operator(people.administrator)
  const { page } = admin
  await admin.goesTo('Settings')
  await page.getByText('Grace Hopper').first().waitFor()
  await visit(page, 'settings')
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
  await page.getByRole('button', { name: 'Done' }).click()
  await admin.button('Add department').click()
  await page.getByRole('dialog').waitFor()
  await visit(page, 'department-form')
}

async function showDeadEnds(people: People, operator: OperatorPage, visit: Visit): Promise<void> {
  const invalid = await people.customer(`${people.house.url}/j#${'x'.repeat(22)}`)
  await invalid.isTold('This link is not valid')
  await visit(invalid.page, 'customer-dead-link')
  await operator.page.route('**/api/events*', (route) => route.abort('internetdisconnected'))
  await operator.page.reload()
  await operator.page.getByText(offline).waitFor()
  await visit(operator.page, 'offline')
}
