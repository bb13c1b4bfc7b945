// time-out: 300 s
// Two who write to each other. It is one walk: each test begins where the one before ended.
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { tellStory } from '../support/story.ts'
import { untilTrue } from '../support/until.ts'

test.after(closeBrowsers)
const chat = tellStory(test)
let operator: OperatorPage
let customer: CustomerPage

chat('each side sees the other typing, and no longer when the message is there', async (people) => {
  ;[operator, customer] = await people.chat()
  for (const [writer, reader, text] of [
    [customer, operator, 'Let me'],
    [operator, customer, 'Please do'],
  ] as const) {
    await writer.field.pressSequentially(text)
    await reader.conversation.getByText('is typing').waitFor()
    await writer.button('Send message').click()
    await reader.reads(text)
    await reader.conversation.getByText('is typing').waitFor({ state: 'detached' })
  }
  // A sign of typing goes out every three seconds at most.
  await customer.field.pressSequentially('On second thought', { delay: 200 })
  await operator.conversation.getByText('is typing').waitFor()
  await operator.conversation.getByText('is typing').waitFor({ state: 'detached' })
})

chat(
  'a hundred messages both ways over a network that comes and goes: none lost, none doubled, each side’s in order',
  async () => {
    const before = (await operator.texts()).length
    const fromCustomer = numbered('customer')
    const fromOperator = numbered('operator')
    await loseAnswers(customer, 4)
    await Promise.all([
      eachSaid(customer, fromCustomer, async (place) => {
        if (place === 15) await customer.page.context().setOffline(true)
        if (place === 25) await customer.page.context().setOffline(false)
      }),
      eachSaid(operator, fromOperator),
    ])
    for (const side of [operator, customer]) {
      await untilTrue('all have arrived', async () => (await side.texts()).length >= before + 100)
    }
    await untilTrue(
      'nothing is on its way any more',
      async () => (await customer.page.getByText('Sending…').count()) === 0,
    )
    const seen = await operator.texts()
    assert.equal(await customer.texts(), seen, 'both read the same in the same order')
    assert.equal(
      seen.filter((text) => text.startsWith('customer')),
      fromCustomer,
    )
    assert.equal(
      seen.filter((text) => text.startsWith('operator')),
      fromOperator,
    )
    await customer.page.unroute('**/messages')
  },
)

chat(
  'what could not be sent is seen as unsent, outlives a reload, and goes out once with Retry',
  async () => {
    const { page } = customer
    const before = await operator.texts()
    await page.route('**/messages', (route) => route.abort('internetdisconnected'))
    await customer.says('One')
    await customer.says('Two')
    await customer.messages.getByText('Not sent yet').first().waitFor()
    await page.reload()
    await customer.reads('Two')
    await customer.messages.getByText('Not sent yet').first().waitFor()
    assert.equal(await operator.texts(), before)
    await page.unroute('**/messages')
    await customer.messages.getByRole('button', { name: 'Retry' }).first().click()
    await operator.reads('Two')
    await untilTrue(
      'it is settled',
      async () => (await customer.messages.getByText('Not sent yet').count()) === 0,
    )
    assert.equal(await operator.texts(), [...before, 'One', 'Two'])
    assert.equal(await customer.texts(), [...before, 'One', 'Two'])
  },
)

chat('long, right-to-left and hostile texts stay texts, and a link is safe to follow', async () => {
  const long = 'word '.repeat(700).trim()
  const hostile =
    '<img src=x onerror="document.title=1"><script>document.title=2</script> javascript:alert(1)'
  for (const text of ['مرحبا، كيف حالك؟', hostile, long]) {
    await customer.says(text)
    await operator.reads(text)
  }
  const arabic = operator.messages.getByText('مرحبا، كيف حالك؟')
  assert.is(await arabic.evaluate((text) => text.matches(':dir(rtl)')), true)
  assert.is(await operator.messages.getByRole('link').count(), 0)
  assert.not.match(await operator.page.title(), /^[12]$/)

  await operator.says('See https://example.org/a?b=1.')
  const link = customer.messages.getByRole('link', { name: 'https://example.org/a?b=1' })
  assert.is(await link.getAttribute('href'), 'https://example.org/a?b=1')
  assert.is(await link.getAttribute('target'), '_blank')
  assert.match((await link.getAttribute('rel')) ?? '', /noopener.*noreferrer/)
})

function numbered(who: string): string[] {
  return Array.from({ length: 50 }, (_, place) => `${who} ${place}`)
}

async function eachSaid(
  side: OperatorPage | CustomerPage,
  texts: string[],
  before: (place: number) => Promise<void> = async () => {},
) {
  for (const [place, text] of texts.entries()) {
    await before(place)
    await side.says(text)
  }
}

/** The edge takes some messages, and the page never hears that it did. */
async function loseAnswers({ page }: CustomerPage, count: number) {
  let left = count
  await page.route('**/messages', async (route) => {
    if (left-- <= 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
}

test.run()
