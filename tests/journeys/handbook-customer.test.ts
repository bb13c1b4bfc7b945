// time-out: 300 s
// The handbook's lines 3 to 11: the customer, with a phone in the hand.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { addFiles, fileOf } from '../support/choose-files.ts'
import { colourOf } from '../support/colours.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import { fakeAccount, startFakeTwilio } from '../support/fake-twilio.ts'
import { openHouse } from '../support/open-house.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { areSeenTogether, placeOf, standsIn, standsNextTo, windowOf } from '../support/places.ts'
import { exifSegment, jpeg, pdf } from '../support/sample-files.ts'
import { tellStory } from '../support/story.ts'
import { until, untilTrue } from '../support/until.ts'

const twilio = await startFakeTwilio()
test.after(twilio.close)
test.after(closeBrowsers)
const line = tellStory(test, () =>
  openHouse({
    TWILIO_ACCOUNT_SID: fakeAccount.accountSid,
    TWILIO_AUTH_TOKEN: fakeAccount.authToken,
    TWILIO_FROM: '+15005550006',
    TWILIO_API_URL: twilio.url,
  }),
)
let operator: OperatorPage
let customer: CustomerPage
let link: string

line('line 3: the link comes as an SMS, after the operator entered the contact details', async (people) => {
  operator = await people.operator(people.administrator)
  await operator.sendsLink({ phone: '+90 532 123 45 67', message: 'About your boiler' })
  await untilTrue('an SMS is on its way', () => twilio.messages.length > 0)
  const [sms] = twilio.messages
  assert.is(sms?.to, '+905321234567')
  assert.match(sms?.body ?? '', /^About your boiler/)
  link = /http\S+/.exec(sms?.body ?? '')?.[0] ?? ''
  assert.ok(link.startsWith(`${people.house.url}/j#`), link)
})

line(
  'line 4: opening it shows who is calling and for what, and goes on to the conversation by itself',
  async (people) => {
    customer = await people.customer(link)
    await customer.isTold('Admin from Acme would like to talk to you face to face')
    await customer.page.getByText('About your boiler').waitFor()
    await customer.conversation.waitFor()
    await customer.waits()
    assert.is(await customer.button('Continue').count(), 0, 'the landing is over')
  },
)

line('line 5: text and video work side by side on one screen', async () => {
  await operator.accepts()
  await Promise.all([operator.isInCall(), customer.isInCall()])
  await customer.says('Merhaba!')
  await operator.reads('Merhaba!')
  await operator.says('Hello, how can I help?')
  await customer.reads('Hello, how can I help?')
  const phone = await windowOf(customer.stage)
  for (const screen of [phone, { width: 1280, height: 800 }]) {
    await customer.page.setViewportSize(screen)
    await areSeenTogether(customer.stage, customer.conversation)
    assert.ok(
      (await placeOf(customer.messages.getByText('Merhaba!', { exact: true }))).bottom < screen.height,
    )
  }
  const [video, chat] = [await placeOf(customer.stage), await placeOf(customer.conversation)]
  assert.ok(video.right <= chat.left + 1, 'beside each other where there is room')
  await customer.page.setViewportSize(phone)
  await Promise.all([operator.isInCall(), customer.isInCall()])
})

line(
  'line 6: the video can be full screen or reduced to the side, by controls at its upper right corner',
  async () => {
    const { stage } = customer
    const screen = await windowOf(stage)
    for (const name of ['Full screen', 'Reduce video'])
      await standsIn('upper right', customer.button(name), stage)
    await customer.button('Full screen').click()
    await until(customer.page, `document.querySelector('[data-size=full]') !== null`)
    await untilTrue('it has the whole screen', async () => {
      const { width, height } = await placeOf(stage)
      return width === screen.width && height === screen.height
    })
    await standsIn('upper right', customer.button('Leave full screen'), stage)
    await customer.button('Leave full screen').click()

    await customer.button('Reduce video').click()
    await customer.page.getByRole('button', { name: 'Move video' }).waitFor()
    await areSeenTogether(stage, customer.field)
    await standsAtTheSide(customer)
    for (const key of ['ArrowDown', 'ArrowLeft']) {
      await customer.page.getByRole('button', { name: 'Move video' }).press(key)
      await areSeenTogether(stage, customer.field)
      await standsAtTheSide(customer)
    }
    await customer.says('I still see you')
    await operator.reads('I still see you')
    await customer.button('Restore video').click()
    await customer.isInCall()
  },
)

line(
  'line 7: the plus button in the lower right corner sends documents and photos, with the emoji button next to it',
  async () => {
    const [plus, emoji] = [customer.button('Add files'), customer.button('Emoji')]
    await standsIn('lower right', plus, customer.page.getByRole('main'))
    await standsNextTo(plus, emoji)
    await addFiles(customer, 'Photos and videos', [fileOf('boiler.jpg', 'image/jpeg', jpeg(exifSegment(1)))])
    await addFiles(customer, 'Documents', [fileOf('Fatura.pdf', 'application/pdf', pdf())])
    const { page } = operator
    await page.getByRole('button', { name: 'Open photo boiler.jpg' }).waitFor()
    const document = page.getByRole('link', { name: 'Download Fatura.pdf' })
    await document.getByText('Fatura.pdf', { exact: true }).waitFor()
    await document.getByText(/^\d+ byte$|^[\d.]+ kB$/).waitFor()
    await document.locator('svg').first().waitFor()

    await emoji.click()
    await customer.page.getByRole('dialog', { name: 'Emoji' }).getByRole('button', { name: '👍' }).click()
    await customer.page.keyboard.press('Escape')
    await customer.button('Send message').click()
    await operator.reads('👍')
  },
)

line(
  'line 8: the red button ends the video call at once, the chat goes on, and the timeline shows how long it was',
  async () => {
    const red = customer.stage.getByRole('button', { name: 'End video call' })
    assert.is(await colourOf(red, 'background-color'), 'red')
    // Also while they write, when the picture is small.
    await customer.field.focus()
    await red.click()
    assert.is(await customer.page.getByRole('dialog').count(), 0, 'as on a phone, nobody asks')
    await Promise.all([operator.isInNoCall(), customer.isInNoCall()])
    for (const side of [operator, customer]) {
      await side.lastEvents('call.hung-up')
      await side.messages.getByText(/^Video call ended · \d+:\d\d$/).waitFor()
    }
    await customer.says('I am still here')
    await operator.reads('I am still here')
    await operator.says('So am I')
    await customer.reads('So am I')
  },
)

line('line 11: the timeline says in green when the video call started and when it ended', async () => {
  for (const side of [operator, customer]) {
    for (const [event, words] of [
      ['call.answered', 'Video call started'],
      ['call.hung-up', 'Video call ended'],
    ] as const) {
      const row = side.messages.locator(`li[data-event="${event}"]`)
      assert.is(await colourOf(row.getByText(words), 'color'), 'green')
      assert.match((await row.locator('time').textContent()) ?? '', /^\d?\d:\d\d/)
    }
    const other = side.messages.locator('li[data-event="job.accepted"]').getByText('joined')
    assert.is.not(await colourOf(other, 'color'), 'green')
  }
})

line('line 9: a black button ends the conversation', async () => {
  const black = customer.button('End conversation').first()
  assert.is(await colourOf(black, 'background-color'), 'black')
  const asked = customer.page.getByRole('dialog')
  await black.click()
  await asked.getByRole('button', { name: 'Keep talking' }).click()
  await customer.says('I stay a little')
  await operator.reads('I stay a little')
  await customer.leaves()
  await operator.lastEvents('message.posted', 'conversation.closed')
  assert.is(await customer.field.count(), 0, 'nothing can be written any more')
})

line(
  'line 10: then a questionnaire comes, an emoji is tapped, and that is the customer’s last screen',
  async () => {
    await customer.page.reload()
    await customer.isAsked()
    const faces = customer.page.getByRole('radiogroup', { name: 'How was your conversation?' })
    assert.equal(await faces.locator('label').allInnerTexts(), [
      '😞\nVery bad',
      '🙁\nBad',
      '😐\nOkay',
      '🙂\nGood',
      '😄\nVery good',
    ])
    await faces.getByRole('radio', { name: 'Very good', exact: true }).tap()
    await customer.button('Send rating').click()
    await customer.isTold('Thank you')
    await operator.messages.getByText('Rated “Very good”').waitFor()
    await customer.page.reload()
    await customer.isTold('Thank you')
    assert.is(await customer.conversation.count(), 0, 'there is no way back')
  },
)

async function standsAtTheSide({ stage }: CustomerPage): Promise<void> {
  const { left, right, width } = await placeOf(stage)
  const screen = await windowOf(stage)
  assert.ok(width < screen.width * 0.7 && (left < 20 || right > screen.width - 20), `${left} to ${right}`)
}

test.run()
