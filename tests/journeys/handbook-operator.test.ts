// time-out: 300 s
// The handbook's lines 12 to 21: the operator, at a desk.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriersOn } from '../support/accessibility.ts'
import { closeBrowsers } from '../support/browsers.ts'
import { markOn } from '../support/call-page/picture-marks.ts'
import { choose, fileOf } from '../support/choose-files.ts'
import { colourOf } from '../support/colours.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import { recordFilm } from '../support/film.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { placeOf, standsIn, windowOf } from '../support/places.ts'
import { jpeg, noise, text } from '../support/sample-files.ts'
import { tellStory } from '../support/story.ts'
import { untilTrue } from '../support/until.ts'

test.after(closeBrowsers)
const line = tellStory(test)
/** Ada is named in the form; Grace gets the job after her, and it is her work from then on. */
let ada: OperatorPage
let grace: OperatorPage
let customer: CustomerPage
let link: string

line(
  'line 12: the operator enters the contact details, fills in what the SMS needs, sets parameters below it, and sends',
  async (people) => {
    const colleagues = [await people.colleague('Ada'), await people.colleague('Grace')]
    const memberIds = colleagues.map(({ id }) => id)
    await people.admin.post('/api/team/departments', { name: 'Technicians', memberIds })
    const admin = await people.operator(people.administrator)
    const form = await admin.opensLinkForm()
    const assignment = form.getByRole('radiogroup', { name: 'Assignment' })
    const contact = ['Phone number', 'Customer name', 'Message'].map((name) => form.getByLabel(name))
    const more = ['Department', 'Operator', 'Language', 'Link lifetime'].map((name) =>
      form.getByLabel(name, { exact: true }),
    )
    const lowest = Math.max(...(await Promise.all(contact.map(placeOf))).map(({ bottom }) => bottom))
    for (const parameter of [assignment, ...more])
      assert.ok((await placeOf(parameter)).top > lowest, `${parameter} is not below`)
    for (const way of ['Direct video call', 'Normal assignment'])
      await assignment.getByRole('radio', { name: way }).waitFor()
    await form.getByLabel('Template').waitFor()

    await form.getByLabel('Link lifetime').selectOption({ label: '4 hours' })
    await admin.fillsIn(form, {
      message: 'About your boiler',
      assignment: 'Normal assignment',
      department: 'Technicians',
      operator: 'Ada',
      language: 'English',
    })
    await form
      .getByText(/^About your boiler/)
      .last()
      .waitFor()
    await form.getByRole('button', { name: 'Send SMS' }).click()
    link = await admin.linkShown(form)
    ;[ada, grace] = (await Promise.all(colleagues.map((who) => people.operator(who)))) as [
      OperatorPage,
      OperatorPage,
    ]
    await Promise.all([ada.listens(), grace.listens()])
  },
)

line('line 13: a notification says “New job appointment” when a job has been assigned', async (people) => {
  assert.is(await ada.job.count(), 0)
  customer = await people.customer(link)
  await ada.job.getByText('New job appointment').waitFor()
  await ada.job.getByText('Cem Yılmaz').waitFor()
  await ada.job.getByText('About your boiler').waitFor()
  assert.is(await grace.job.count(), 0, 'it is assigned to the operator who was named')
})

line(
  'line 14: its pop-up has a green button that opens the video call and a red button that turns it down',
  async () => {
    const button = (name: string) => ada.job.getByRole('button', { name })
    assert.is(await colourOf(button('Accept'), 'background-color'), 'green')
    assert.is(await colourOf(button('Decline'), 'background-color'), 'red')
    await ada.declines()
    await grace.job.waitFor()
    assert.is(await ada.stage.count(), 0)
    await grace.accepts()
    await grace.stage.waitFor()
  },
)

line('line 15: on green, the pictures of both customer and operator appear', async () => {
  await Promise.all([grace.isInCall(), customer.isInCall()])
  for (const side of [grace, customer]) {
    for (const name of ['Customer video', 'Operator video']) {
      const { width, height } = await placeOf(side.stage.getByLabel(name, { exact: true }))
      assert.ok(width > 50 && height > 50, `${name}: ${width} × ${height}`)
    }
  }
})

line(
  'line 16: the settings button at the top right opens a panel whose blue arrow picks photos and videos, each for its own compartment and its own Send button',
  async () => {
    const { page } = grace
    await standsIn('upper right', grace.button('Send photos and videos'), grace.conversation)
    await grace.button('Send photos and videos').click()
    const panel = page.getByRole('dialog', { name: 'Send photos and videos' })
    const arrow = panel.getByRole('button', { name: 'Choose files' })
    assert.is(await colourOf(arrow, 'background-color'), 'blue')
    await standsIn('lower right', arrow, panel)
    const photo = (name: string) => fileOf(name, 'image/jpeg', jpeg())
    const film = fileOf('valve.webm', 'video/webm', await recordFilm(page))
    const letter = fileOf('letter.txt', 'text/plain', text('a letter'))
    const { isMultiple } = await choose(grace, arrow, [photo('one.jpg'), photo('two.jpg'), film, letter])
    assert.ok(isMultiple)
    await panel.getByText('1 file is neither a photo nor a video').waitFor()
    const chosen = (what: string) => panel.getByRole('list', { name: `Chosen ${what}` }).getByRole('listitem')
    assert.is(await chosen('photos').count(), 2)
    assert.equal(await barriersOn(page, 'media panel'), [])
    await panel.getByRole('button', { name: 'Remove two.jpg' }).click()
    await panel.getByRole('button', { name: 'Send photos' }).click()
    await panel.getByText('1 file sent').waitFor()
    await customer.page.getByRole('button', { name: 'Open photo one.jpg' }).waitFor()

    await panel.getByRole('tab', { name: 'Videos' }).click()
    assert.is(await chosen('videos').count(), 1)
    await panel.getByRole('button', { name: 'Send videos' }).click()
    await customer.page.locator('video[aria-label="valve.webm"]').waitFor()
    await choose(grace, arrow, [fileOf('no film.mp4', 'video/mp4', noise(900))])
    await panel.getByRole('button', { name: 'Send videos' }).click()
    await panel.getByText('This kind of file cannot be sent').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  },
)

line(
  'line 17: the gray line at the top right reduces the video, which can then be placed anywhere on the screen',
  async () => {
    const grayLine = grace.button('Reduce video')
    assert.is(await colourOf(grayLine, 'color'), 'gray')
    await standsIn('upper right', grayLine, grace.stage)
    const before = await placeOf(grace.stage)
    await grayLine.click()
    await grace.page.getByRole('button', { name: 'Move video' }).waitFor()
    const reduced = await placeOf(grace.stage)
    assert.ok(reduced.width < before.width / 2 && reduced.height < before.height / 2)
    const screen = await windowOf(grace.stage)
    for (const [x, y] of [
      [0.2, 0.8],
      [0.5, 0.5],
      [0.8, 0.3],
    ] as const) {
      await dragsTo(grace, screen.width * x, screen.height * y)
    }
    await grace.button('Restore video').click()
    await grace.isInCall()
  },
)

line(
  'line 18: the yellow hand at the top right turns on the blue indicator, which shows the other side where to look',
  async () => {
    const hand = grace.button('Pointer')
    assert.is(await colourOf(hand, 'color'), 'yellow')
    await standsIn('upper right', hand, grace.stage, 200)
    await hand.click()
    const picture = await placeOf(grace.stage)
    await grace.page.mouse.move(picture.left + picture.width * 0.4, picture.top + picture.height * 0.45)
    const mark = customer.page.locator('[data-mark=point]')
    assert.is(await colourOf(mark, 'background-color'), 'blue')
    const here = await markOn(grace.page, 'Customer video')
    await untilTrue('it is at the same spot of the picture', async () => {
      const there = await markOn(customer.page, 'Customer video')
      return Math.abs(there.x - here.x) < 0.01 && Math.abs(there.y - here.y) < 0.01
    })
    await hand.click()
    await mark.waitFor({ state: 'detached' })
  },
)

line(
  'line 19: when the customer closes the conversation nothing breaks, and the message panel says “Closed work”',
  async () => {
    await customer.says('Thank you, good bye')
    await grace.reads('Thank you, good bye')
    await customer.leaves()
    await Promise.all([customer.isInNoCall(), grace.isInNoCall()])
    await grace.conversation.getByRole('status').filter({ hasText: 'Closed work' }).waitFor()
    await grace.lastEvents('call.hung-up', 'conversation.closed')
    assert.is(await grace.field.count(), 0, 'nothing can be written any more')
    assert.is(await grace.button('Start video call').count(), 0)
    await customer.rates('Good', 'Quick and kind')
    await grace.messages.getByText('Rated “Good”: Quick and kind').waitFor()
    // Closed is not filed.
    await grace.goesTo('Archive')
    await grace.page.getByText('The archive is empty').waitFor()
    await grace.goesTo('Conversations')
    await grace.opens('Cem Yılmaz')
  },
)

line(
  'line 20: the three-line menu at the top left of the text section has End conversation, which asks for the reason',
  async () => {
    await standsIn('upper left', grace.button('Conversation menu'), grace.conversation)
    await grace.button('Conversation menu').click()
    await grace.page.getByRole('menuitem', { name: 'End conversation' }).click()
    const dialog = grace.page.getByRole('dialog', { name: 'End conversation' })
    const reasons = dialog.getByRole('radiogroup', { name: 'Reason' }).getByRole('radio')
    assert.ok((await reasons.count()) > 3)
    await reasons.and(dialog.getByRole('radio', { name: 'Resolved' })).check()
    await dialog.getByRole('button', { name: 'End conversation' }).click()
    await dialog.waitFor({ state: 'detached' })
    await grace.messages.getByText('Archived: Resolved').waitFor()
  },
)

line('line 21: ended conversations go to the Archive tab', async () => {
  await grace.goesTo('Conversations')
  await grace.page.getByText('No conversations yet').waitFor()
  await grace.goesTo('Archive')
  await grace.opens('Cem Yılmaz')
  await grace.lastEvents(
    'conversation.invited',
    'link.opened',
    'job.offered',
    'job.declined',
    'job.offered',
    'job.accepted',
    'call.answered',
    'attachment.shared',
    'attachment.shared',
    'message.posted',
    'call.hung-up',
    'conversation.closed',
    'survey.answered',
    'conversation.archived',
  )
  assert.equal(await grace.texts(), ['Thank you, good bye'])
  await grace.messages.getByText('How the call was').first().click()
  await grace.messages.getByText('Somebody hung up.').waitFor()
  for (const side of ['Operator', 'Customer']) {
    await grace.messages.getByText(new RegExp(`^${side}: .* picture`)).waitFor()
  }
  await grace.goesTo('Statistics')
  const all = grace.page.getByRole('row', { name: 'All days' }).getByRole('cell')
  assert.is(await all.first().textContent(), '1', 'the call is counted')
})

/** By the picture itself, beside the buttons that stand on it. */
async function dragsTo({ page, stage }: OperatorPage, x: number, y: number): Promise<void> {
  const from = await placeOf(stage)
  const grip = { x: from.width * 0.15, y: from.height * 0.5 }
  await page.mouse.move(from.left + grip.x, from.top + grip.y)
  await page.mouse.down()
  await page.mouse.move(x, y, { steps: 4 })
  await page.mouse.up()
  const now = await placeOf(stage)
  const away = Math.max(Math.abs(now.left + grip.x - x), Math.abs(now.top + grip.y - y))
  assert.ok(away < 3, `${away} px from where it was put`)
}

test.run()
