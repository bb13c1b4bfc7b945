// time-out: 120 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'the whole walk: from the SMS link over call and chat to the rating and the archive',
  walk(async (people) => {
    const operator = await people.operator('nobody yet')
    await operator.signsIn(adminEmail, adminPassword)
    await operator.goes('Online')

    const form = await operator.opensLinkForm()
    await operator.fillsIn(form, {
      name: 'Cem Yılmaz',
      message: 'About your boiler',
      assignment: 'Direct video call',
    })
    await form.getByRole('button', { name: 'Send SMS' }).click()
    await form.getByRole('img', { name: 'QR code' }).waitFor()
    await form.getByRole('button', { name: 'Copy link' }).waitFor()
    const link = await operator.linkShown(form)

    const customer = await people.customer(link)
    await customer.page.getByText('Admin from Acme').waitFor()
    await operator.job.waitFor()
    await customer.waits()

    await operator.accepts()
    await Promise.all([operator.isInCall(), customer.isInCall()])

    await customer.says('Merhaba!')
    await operator.reads('Merhaba!')
    await operator.says('Hello, how can I help?')
    await customer.reads('Hello, how can I help?')

    await customer.endsCall()
    await Promise.all([operator.isInNoCall(), customer.isInNoCall()])
    for (const side of [operator, customer]) {
      await side.messages.getByText('Video call started').waitFor()
      await side.messages.getByText(/Video call ended · \d+:\d\d/).waitFor()
      await side.lastEvents('message.posted', 'message.posted', 'call.hung-up')
    }
    await customer.says('I am still here')
    await operator.reads('I am still here')

    await operator.button('Start video call').click()
    await customer.acceptsCall()
    await Promise.all([operator.isInCall(), customer.isInCall()])
    await operator.endsCall()
    await Promise.all([operator.isInNoCall(), customer.isInNoCall()])

    await customer.leaves()
    await customer.rates('Very good', 'Quick and kind')
    await operator.page.getByRole('status').filter({ hasText: 'Closed work' }).waitFor()

    await operator.endsConversation('Resolved')
    await operator.goesTo('Archive')
    await operator.opens('Cem Yılmaz')
    await operator.lastEvents(
      'conversation.invited',
      'link.opened',
      'job.offered',
      'job.accepted',
      'call.answered',
      'message.posted',
      'message.posted',
      'call.hung-up',
      'message.posted',
      'call.placed',
      'call.answered',
      'call.hung-up',
      'conversation.closed',
      'survey.answered',
      'conversation.archived',
    )
    assert.equal(await operator.texts(), ['Merhaba!', 'Hello, how can I help?', 'I am still here'])
    await operator.messages.getByText('Archived: Resolved').waitFor()
    await operator.messages.getByText('Rated “Very good”: Quick and kind').waitFor()

    await operator.messages.getByText('How the call was').first().click()
    await operator.messages.getByText('Somebody hung up.').waitFor()
    for (const side of ['Operator', 'Customer']) {
      await operator.messages.getByText(new RegExp(`^${side}: .* picture`)).waitFor()
    }
    await operator.goesTo('Statistics')
    const all = operator.page.getByRole('row', { name: 'All days' }).getByRole('cell')
    assert.is(await all.first().textContent(), '2', 'both calls are counted')
  }),
)

test.run()
