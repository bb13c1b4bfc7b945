// Walks through every screen there is and takes its picture, for people to look at.

import { rm } from 'node:fs/promises'
import { closeBrowsers } from './browsers.ts'
import type { CustomerPage } from './customer-page.ts'
import { openHouse } from './open-house.ts'
import type { OperatorPage } from './operator-page.ts'
import { type Colleague, invitePeople, type People } from './people.ts'
import { createPhotographer } from './photograph.ts'
import { createWitness } from './witness.ts'

type Shoot = ReturnType<typeof createPhotographer>

export async function takeGallery(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const house = await openHouse()
  const witness = createWitness()
  const people = await invitePeople(house, witness)
  const shoot = createPhotographer(folder)
  try {
    const ada = await foundTeam(people)
    const operator = await showEntry(people, ada, shoot)
    await showInvites(operator, shoot)
    await showTalk(people, operator, shoot)
    await showTeam(people, shoot)
    await showDeadEnds(people, operator, shoot)
  } catch (error) {
    console.error(`what the pages showed and said: ${await witness.keep()}`)
    throw error
  } finally {
    await people.leave()
    await house.end()
    await closeBrowsers()
  }
  if (witness.faults.length > 0) console.warn(`The pages complained:\n${witness.faults.join('\n')}`)
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

async function showEntry(people: People, ada: Colleague, shoot: Shoot): Promise<OperatorPage> {
  const operator = await people.operator('nobody yet')
  const { page } = operator
  await operator.button('Sign in').waitFor()
  await shoot(page, 'sign-in')
  await operator.signsIn(ada.email, 'not her password')
  await page.getByRole('alert').waitFor()
  await shoot(page, 'sign-in-refused')
  await operator.signsIn(ada.email, ada.password)
  await operator.button('New video link').waitFor()
  await shoot(page, 'inbox-empty')
  await operator.button('Status').click()
  await page.getByRole('option', { name: 'Online' }).waitFor()
  await shoot(page, 'status')
  await page.getByRole('option', { name: 'Online' }).click()
  await operator.goesTo('Archive')
  await shoot(page, 'archive-empty')
  await operator.goesTo('Conversations')
  return operator
}

async function showInvites(operator: OperatorPage, shoot: Shoot): Promise<void> {
  const form = await operator.opensLinkForm()
  await form.waitFor()
  await shoot(operator.page, 'link-form')
  await operator.fillsIn(form, { phone: '12', message: 'We would like to look at your boiler together.' })
  await form.getByRole('button', { name: 'Send SMS' }).click()
  await form.getByText('This is not a number').waitFor()
  await shoot(operator.page, 'link-form-refused')
  await operator.fillsIn(form, { name: 'Zeynep Kaya', phone: '+90 533 765 43 21' })
  await form.getByRole('button', { name: 'Send SMS' }).click()
  await form.getByLabel('Link', { exact: true }).waitFor()
  await shoot(operator.page, 'link-made')
  await operator.linkShown(form)
}

async function showTalk(people: People, operator: OperatorPage, shoot: Shoot): Promise<void> {
  const link = await operator.sendsLink({ message: 'We would like to look at your boiler together.' })
  const customer = await people.customer(link)
  await customer.button('Continue').waitFor()
  await shoot(customer.page, 'customer-landing')
  await customer.waits()
  await customer.page.getByLabel('Customer video').waitFor()
  await shoot(customer.page, 'customer-waiting')
  await operator.job.waitFor()
  await shoot(operator.page, 'job')
  await operator.accepts()
  await Promise.all([operator.isInCall(), customer.isInCall()])
  await talk(operator, customer)
  await shoot(customer.page, 'customer-call')
  await shoot(operator.page, 'call')
  await operator.button('Reduce video').click()
  await shoot(operator.page, 'call-reduced')
  await customer.button('Reduce video').click()
  await shoot(customer.page, 'customer-call-reduced')
  await customer.endsCall()
  await customer.isInNoCall()
  await operator.isInNoCall()
  await shoot(customer.page, 'customer-chat')
  await customer.button('Emoji').click()
  await customer.page.getByRole('dialog', { name: 'Emoji' }).waitFor()
  await shoot(customer.page, 'customer-emoji')
  await customer.page.keyboard.press('Escape')
  await shoot(operator.page, 'conversation')
  await showRing(operator, customer, shoot)
  await showEnd(operator, customer, shoot)
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

async function showRing(operator: OperatorPage, customer: CustomerPage, shoot: Shoot): Promise<void> {
  await operator.button('Start video call').click()
  await customer.page.getByRole('alertdialog').waitFor()
  await shoot(customer.page, 'customer-ring')
  await shoot(operator.page, 'ringing-out')
  await customer.declinesCall()
  await customer.messages.getByText('was declined').waitFor()
  await customer.button('Start video call').click()
  await operator.page.getByRole('alertdialog').waitFor()
  await shoot(operator.page, 'ring')
  await operator.page.getByRole('alertdialog').getByRole('button', { name: 'Decline' }).click()
}

async function showEnd(operator: OperatorPage, customer: CustomerPage, shoot: Shoot): Promise<void> {
  await customer.button('End conversation').click()
  await customer.page.getByRole('dialog').waitFor()
  await shoot(customer.page, 'customer-end')
  await customer.page.getByRole('dialog').getByRole('button', { name: 'End conversation' }).click()
  await customer.isAsked()
  await shoot(customer.page, 'customer-survey')
  await customer.page.getByRole('radio', { name: 'Very good' }).check()
  await customer.page.getByLabel('Comment').fill('Quick and kind. The noise is gone!')
  await shoot(customer.page, 'customer-survey-filled')
  await customer.button('Send rating').click()
  await customer.isTold('Thank you')
  await shoot(customer.page, 'customer-thanks')
  await operator.page.getByText('Closed work').first().waitFor()
  await shoot(operator.page, 'closed-work')
  await operator.button('Conversation menu').click()
  await operator.page.getByRole('menuitem').first().waitFor()
  await shoot(operator.page, 'conversation-menu')
  await operator.page.getByRole('menuitem', { name: 'End conversation' }).click()
  await operator.page.getByRole('dialog').waitFor()
  await shoot(operator.page, 'end-conversation')
  await operator.page.keyboard.press('Escape')
  await operator.endsConversation('Resolved')
  await operator.goesTo('Archive')
  await operator.page.getByRole('link', { name: 'Cem Yılmaz' }).waitFor()
  await shoot(operator.page, 'archive')
  await operator.page.getByRole('searchbox').fill('boiler')
  await operator.page.getByText('boiler').first().waitFor()
  await shoot(operator.page, 'archive-search')
  await operator.opens('Cem Yılmaz')
  await shoot(operator.page, 'archive-conversation')
}

async function showTeam(people: People, shoot: Shoot): Promise<void> {
  const admin = await people.operator(people.administrator)
  const { page } = admin
  await admin.goesTo('Settings')
  await page.getByText('Grace Hopper').first().waitFor()
  await shoot(page, 'settings')
  await admin.button('Add operator').click()
  await shoot(page, 'operator-form')
  await page.getByLabel('Email').fill('alan@acme.test')
  await admin.button('Make invitation').click()
  const link = page.getByLabel('Link', { exact: true })
  await link.waitFor()
  await shoot(page, 'operator-link')
  const join = await (await people.context('newcomer')).newPage()
  await join.goto(await link.inputValue())
  await join.getByLabel('Your name').waitFor()
  await shoot(join, 'join')
  await page.getByRole('button', { name: 'Done' }).click()
  await admin.button('Add department').click()
  await page.getByRole('dialog').waitFor()
  await shoot(page, 'department-form')
}

async function showDeadEnds(people: People, operator: OperatorPage, shoot: Shoot): Promise<void> {
  const invalid = await people.customer(`${people.house.url}/j#${'x'.repeat(22)}`)
  await invalid.isTold('This link is not valid')
  await shoot(invalid.page, 'customer-dead-link')
  await operator.page.context().setOffline(true)
  await operator.page.getByText('You are offline').waitFor()
  await shoot(operator.page, 'offline')
}
