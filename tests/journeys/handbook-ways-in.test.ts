// time-out: 240 s
// The handbook's lines 1 and 2: how a conversation becomes a call.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import { fetchedUntilSeen, watchForPicture } from '../support/fetched-until-seen.ts'
import { adminEmail, adminPassword } from '../support/house-place.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { standsIn } from '../support/places.ts'
import { tellStory } from '../support/story.ts'

test.after(closeBrowsers)
const line = tellStory(test)
let operator: OperatorPage
let customer: CustomerPage

line(
  'line 1: a video-call link is chosen in the SMS form, and opening it starts the call by itself, with no call button to find',
  async (people) => {
    operator = await people.operator('nobody yet')
    await operator.signsIn(adminEmail, adminPassword)
    await operator.goes('Online')
    const form = await operator.opensLinkForm()
    await operator.fillsIn(form, { message: 'About your boiler', assignment: 'Direct video call' })
    await form.getByRole('button', { name: 'Send SMS' }).click()
    await form.getByRole('img', { name: 'QR code' }).waitFor()
    await form.getByRole('button', { name: 'Copy link' }).waitFor()
    const link = await operator.linkShown(form)

    customer = await people.customer('about:blank')
    const sockets: string[] = []
    customer.page.on('websocket', (socket) => sockets.push(socket.url()))
    await customer.page.goto(link)
    await hasNoCallButton(customer)
    await customer.waits()
    await hasNoCallButton(customer)
    await watchForPicture(customer.page)
    await operator.accepts()
    // From opening the link to here the customer has pressed nothing.
    await Promise.all([operator.isInCall(), customer.isInCall()])
    await hasNoCallButton(customer)
    await hasFetchedNoMore(customer)
    // PeerJS has gone on with the one that the page began before it had PeerJS.
    assert.is(sockets.length, 1, sockets.join(' '))
  },
)

line(
  'line 2: a video-call button stands in the upper right corner of the chat, and turns it into a call',
  async () => {
    await customer.endsCall()
    for (const [caller, called, words] of [
      [operator, customer, 'May I see it?'],
      [customer, operator, 'Shall I show you?'],
    ] as const) {
      await Promise.all([operator.isInNoCall(), customer.isInNoCall()])
      await caller.says(words)
      await called.reads(words)
      const button = caller.button('Start video call')
      await standsIn('upper right', button, chatScreenOf(caller))
      await button.click()
      await called.acceptsCall()
      await Promise.all([operator.isInCall(), customer.isInCall()])
      await caller.endsCall()
    }
    await operator.lastEvents('message.posted', 'call.placed', 'call.answered', 'call.hung-up')
  },
)

/** A customer's chat is the whole page; an operator's is the pane beside the inbox and the customer's card. */
function chatScreenOf(side: OperatorPage | CustomerPage) {
  return side === customer ? side.page.getByRole('main') : side.conversation
}

/** What is weighed in tests/build/customer-weight.test.ts is all that came before the operator was seen. */
async function hasFetchedNoMore({ page }: CustomerPage): Promise<void> {
  const fetched = await fetchedUntilSeen(page)
  // A line that takes more than a second to come up asks whether the other side is looking for it.
  const early = ['icon.svg', 'care-parts.js', 'later.css', 'later.js']
  const counted = fetched.filter((name) => !early.includes(name))
  assert.equal(counted.sort(), ['call-part.js', 'call.css', 'first.css', 'first.js'])
}

async function hasNoCallButton(customer: CustomerPage): Promise<void> {
  for (const name of ['Start video call', 'Join video call', 'Accept'])
    assert.is(await customer.button(name).count(), 0, name)
}

test.run()
