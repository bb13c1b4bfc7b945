// time-out: 300 s
// The operator's app without the network, in a profile that outlives its browser.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Caller } from '../support/caller.ts'
import { changeRows } from '../support/change-rows.ts'
import { startHouseProcess } from '../support/house-process.ts'
import { invite, openWithoutBrowser } from '../support/invite.ts'
import { onDisk } from '../support/on-disk.ts'
import { OperatorPage } from '../support/operator-page.ts'
import type { People } from '../support/people.ts'
import { jpeg } from '../support/sample-files.ts'
import { untilTrue } from '../support/until.ts'
import { placeOf, upload } from '../support/uploads.ts'
import { walkIn } from '../support/walk.ts'

interface Talk {
  id: string
  customer: Caller
}

/** A customer with whom the administrator talks. */
async function talkWith({ admin, house }: People, customerName: string, phone: string): Promise<Talk> {
  const invited = await invite(admin, { customerName, phone })
  const customer = await openWithoutBrowser(house, invited)
  const { offer } = (await admin.get<{ offer: { jobId: string } }>('/api/inbox')).body
  await admin.post(`/api/jobs/${offer.jobId}/accept`)
  return { id: invited.conversationId, customer }
}

async function filed(people: People, name: string, phone: string, text: string, tag: string): Promise<void> {
  const { id, customer } = await talkWith(people, name, phone)
  await customer.post(`/api/visits/${id}/messages`, { text })
  await upload(customer, placeOf('customer', id), { bytes: jpeg(), name: 'leaf.jpg' })
  await people.admin.post(`/api/conversations/${id}/tags`, { tag })
  await people.admin.post(`/api/conversations/${id}/archive`, { reason: 'resolved' })
}

/** What the operator wrote, as the edge has it. */
async function writtenIn({ admin }: People, id: string, type: string): Promise<string[]> {
  const { body } = await admin.get<{
    events: { type: string; actor: { kind: string }; data: { text: string } }[]
  }>(`/api/conversations/${id}/events`)
  return body.events
    .filter((event) => event.type === type && event.actor.kind === 'operator')
    .map(({ data }) => data.text)
}

const profile = await mkdtemp(join(tmpdir(), 'visavis-profile-'))
test.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))

test(
  'the archive opens without a server, what was written then arrives once and in order, and signing out leaves nothing',
  walkIn(startHouseProcess, async (people, house) => {
    const { admin } = people
    await admin.call('PUT', '/api/status', { status: 'online' })
    await filed(people, 'Nur Demir', '+905324444444', 'Long ago', 'Abo')
    // Longer than a device keeps by itself.
    await changeRows(house, 'UPDATE conversations SET archived_at = archived_at - 60 * 24 * 3600000')
    await filed(people, 'Deniz Kaya', '+905321111111', 'Taze ıspanak, lütfen', 'İade')
    await filed(people, 'Ela Ak', '+905322222222', 'Nothing green', 'Abo')
    const { id, customer } = await talkWith(people, 'Cem Yılmaz', '+905323333333')
    await customer.post(`/api/visits/${id}/messages`, { text: 'Are you there?' })

    let browser = await people.profile('operator', profile)
    const page = await browser.newPage()
    await page.goto(house.publicUrl)
    let desk = new OperatorPage(page)
    await desk.signsIn(people.administrator.email, people.administrator.password)
    await desk.opens('Cem Yılmaz')
    await desk.reads('Are you there?')
    await desk.goesTo('Archive')
    await page.getByRole('link', { name: 'Deniz Kaya' }).waitFor()
    await page.getByRole('link', { name: 'Nur Demir' }).click()
    await desk.button('Conversation menu').click()
    await page.getByRole('menuitem', { name: 'Keep on this device' }).click()
    await page.getByText('Kept on this device.').waitFor()
    await desk.goesTo('Settings')
    await page.getByText(/^4 conversations, /).waitFor()
    await untilTrue('photos are kept', async () => /"pictures",\[\{.+\},\{/.test(await onDisk(page)))

    await house.kill()
    await page.getByText('You are offline.').first().waitFor()
    await desk.goesTo('Archive')
    await page.getByText('These are the conversations on this device').waitFor()
    const rows = page.getByRole('region', { name: 'Archive' }).getByRole('link')
    await untilTrue('all are listed', async () => (await rows.count()) === 3)
    await page.getByLabel('Tag', { exact: true }).selectOption('İade')
    await untilTrue('the filter leaves one', async () => (await rows.count()) === 1)
    await page.getByLabel('Tag', { exact: true }).selectOption('')
    await page.getByLabel('Search in conversations').fill('ISPA')
    await rows.locator('mark').filter({ hasText: 'ıspanak' }).waitFor()
    assert.is(await rows.count(), 1)
    await rows.first().click()
    await desk.reads('Taze ıspanak, lütfen')
    const photo = desk.messages.getByRole('button', { name: 'Open photo leaf.jpg' }).locator('img')
    await untilTrue('its photo is seen', () =>
      photo.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0),
    )

    const disk = await onDisk(page)
    assert.match(disk, 'a key')
    assert.not.match(disk, 'a key that can be read')
    for (const secret of ['ıspanak', 'Deniz', '5321111111', 'Are you there']) assert.not.match(disk, secret)

    await desk.goesTo('Conversations')
    await desk.opens('Cem Yılmaz')
    await desk.reads('Are you there?')
    for (const text of ['One', 'Two', 'Three']) await desk.says(text)
    await page.getByLabel('Note for the team').fill('Writes from a train')
    await desk.button('Add note').click()
    await page.getByText('4 things wait to be sent').waitFor()
    assert.not.match(await onDisk(page), 'Writes from a train')
    await browser.close()

    await house.startAgain()
    browser = await people.profile('operator', profile)
    const again = await browser.newPage()
    await again.goto(`${house.publicUrl}/conversations/${id}`)
    desk = new OperatorPage(again)
    for (const text of ['One', 'Two', 'Three']) await desk.reads(text)
    await untilTrue('all has arrived', async () => (await writtenIn(people, id, 'note.written')).length > 0)
    assert.equal(await writtenIn(people, id, 'message.posted'), ['One', 'Two', 'Three'])
    assert.equal(await writtenIn(people, id, 'note.written'), ['Writes from a train'])

    // The customer leaves while the operator is away: the words are refused, and not lost.
    await browser.setOffline(true)
    await desk.says('Too late')
    await desk.messages.getByText('Not sent yet').waitFor()
    await customer.post(`/api/visits/${id}/close`)
    await browser.setOffline(false)
    await again.getByText('Not sent: the conversation was closed meanwhile.').first().waitFor()
    await desk.messages.getByRole('button', { name: 'Keep as a note' }).click()
    await untilTrue('it is a note', async () =>
      (await writtenIn(people, id, 'note.written')).includes('Too late'),
    )
    assert.not((await writtenIn(people, id, 'message.posted')).includes('Too late'))

    // It is filed on the train, too.
    await browser.setOffline(true)
    await again.getByLabel('New tag').fill('Tren')
    await desk.button('Add tag').click()
    await desk.endsConversation('Resolved')
    await again.getByText('2 things wait to be sent').waitFor()
    await browser.setOffline(false)
    await untilTrue('it is filed', async () => {
      const { body } = await admin.get<{ state: string; tags: string[] }>(`/api/conversations/${id}`)
      return body.state === 'archived' && body.tags.includes('Tren')
    })

    await house.kill()
    await again.getByText('You are offline.').first().waitFor()
    await desk.button('Account').click()
    await again.getByRole('menuitem', { name: 'Sign out' }).click()
    await desk.button('Sign in').waitFor()
    await untilTrue('nothing is left', async () => !/visavis\.(device|outbox)/.test(await onDisk(again)))
    await house.startAgain()
    await again.reload()
    await desk.button('Sign in').waitFor()
  }),
)

test.run()
