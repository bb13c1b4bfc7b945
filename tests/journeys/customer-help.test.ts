// time-out: 300 s
import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { closeBrowsers } from '../support/browsers.ts'
import type { CustomerPage } from '../support/customer-page.ts'
import { type Invited, invite } from '../support/invite.ts'
import type { OperatorPage } from '../support/operator-page.ts'
import { type People, phone } from '../support/people.ts'
import { tellStory } from '../support/story.ts'
import { untilTrue } from '../support/until.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)
// What belongs together is one walk: each of its tests begins where the one before ended.
const call = tellStory(test)
const blocked = tellStory(test)
let operator: OperatorPage
let customer: CustomerPage
let invited: Invited

const instagram =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Instagram 330.0.0.40.92 Android'

test(
  'who waits reads how many are first, and that camera, microphone and connection work',
  walk(async (people) => {
    const first = await people.customer((await invite(people.admin)).link)
    await first.goesOn()
    await first.page.getByText('You are next.').waitFor()
    const second = await people.customer((await invite(people.admin, { phone: '+905321234568' })).link)
    await second.goesOn()
    await second.page.getByText('1 person is before you.').waitFor()
    for (const sentence of [
      'Your camera works',
      'Your microphone works',
      /^Your connection is (good|slow)$/,
    ]) {
      await second.page.getByRole('listitem').filter({ hasText: sentence }).waitFor()
    }
  }),
)

test(
  'a customer without a camera is told that it goes on without, in the language of the invite',
  walk(async (people) => {
    const invited = await invite(people.admin, { language: 'tr' })
    const customer = await people.customer(invited.link, { browser: 'no camera' })
    await customer.page.getByText('Kamera bulunamadı').waitFor()
    await customer.page.getByText('yine görür, duyar ve yazarsınız').waitFor()
    await customerGotTo(people, invited, 'camera-missing')
  }),
)

test(
  'who opened the link inside of an app goes on in the real browser, and the app’s page says so',
  walk(async (people) => {
    const operator = await people.operator(people.administrator)
    const invited = await invite(people.admin)
    const customer = await people.customer(invited.link, {
      at: { ...phone, userAgent: instagram, permissions: ['clipboard-read', 'clipboard-write'] },
      browser: 'camera refused',
    })
    await customer.goesOn()
    await customer.page.getByText('Instagram may not give us your camera').waitFor()
    await customerGotTo(people, invited, 'in-app-browser')
    await customer.button('Copy link').click()
    await customer.page
      .getByText('Copied. Paste it into the address field of your browser within ten minutes.')
      .waitFor()
    const copied = await customer.page.evaluate<string>('navigator.clipboard.readText()')
    assert.match(copied.replace(invited.link, ''), /^\.[\w-]{43}$/)
    const out = await customer.page.getByRole('link', { name: 'Open in browser' }).getAttribute('href')
    assert.is(out?.split('#Intent;')[0], copied.replace('http:', 'intent:'))
    assert.match(out ?? '', ';scheme=http;')
    // An app's own menu opens what stands in its address field.
    assert.is(customer.page.url(), copied)
    await operator.accepts()
    await customer.says('Written in the app')

    const browser = await people.customer(copied)
    await customer.isTold('The conversation goes on in your browser')
    await Promise.all([operator.lineIs('connected'), browser.lineIs('connected')])
    await browser.reads('Written in the app')
    await browser.says('And now in the browser')
    await operator.reads('And now in the browser')
    assert.ok((await operator.events()).includes('link.handed-over'))
    assert.is(browser.page.url(), invited.link)
    await customer.page.reload()
    await customer.isTold('The conversation goes on in your browser')
    const forwarded = await people.customer(copied)
    await forwarded.isTold('This conversation is open on another device')
  }),
)

test(
  'a hint arrives as a card in the customer’s language, and once waved away it stays away',
  walk(async (people) => {
    const invited = await invite(people.admin, { language: 'tr' })
    const customer = await people.customer(invited.link)
    await customer.page.getByText('Temsilci bekleniyor').waitFor()
    await sendHint(people, invited, 'find-better-network')
    const card = customer.page.getByRole('status').filter({ hasText: 'Daha iyi bir bağlantı bulun' })
    await card.getByText('Wi-Fi’ye yaklaşın').waitFor()
    await card.getByRole('button', { name: 'Kapat' }).click()
    await card.waitFor({ state: 'detached' })
    await customer.page.reload()
    await customer.page.getByText('Sıradaki sizsiniz.').waitFor()
    assert.is(await card.count(), 0)
    await sendHint(people, invited, 'reload-page')
    const loaded = customer.page.waitForEvent('load')
    await customer.button('Yeniden yükle').click()
    await loaded
  }),
)

call(
  'the team sees how far a customer got: camera ready while waiting, and then connected',
  async (people) => {
    operator = await people.operator(people.administrator)
    const invited = await invite(people.admin)
    customer = await people.customer(invited.link)
    await customer.goesOn()
    await customer.waits()
    await customerGotTo(people, invited, 'camera-ready')
    await operator.accepts()
    await customerGotTo(people, invited, 'connected')
  },
)

call(
  'of two tabs with the same link the newer one has the call, and the older one can fetch it back',
  async () => {
    const older = customer
    const newer = await older.page.context().newPage()
    await newer.goto(older.page.url())
    await older.isTold('The conversation goes on in another tab')
    await newer
      .getByRole('region', { name: 'Video call' })
      .and(newer.locator('[data-line=connected]'))
      .waitFor()
    await older.button('Use it here').click()
    await newer.getByRole('heading', { name: 'The conversation goes on in another tab' }).waitFor()
    await Promise.all([older.lineIs('connected'), operator.lineIs('connected')])
    await older.says('Back again')
    await operator.reads('Back again')
  },
)

call(
  'the thank-you screen gives the customer one file with all that was said, in which nothing runs',
  async (people) => {
    await customer.says('<script>alert(1)</script> & more')
    await operator.reads('<script>alert(1)</script> & more')
    await operator.says('Good bye')
    await customer.reads('Good bye')
    await customer.leaves()
    await customer.rates('Good', 'Quick "help"')
    const page = await openedOffline(people, await savedTranscript(customer))
    await page.getByRole('heading', { name: 'Your conversation with Acme' }).waitFor()
    for (const line of [
      '<script>alert(1)</script> & more',
      'Good bye',
      'Your rating: Good',
      'Quick "help"',
      'The video call went straight between you and was not recorded.',
    ]) {
      assert.is(await page.getByText(line, { exact: true }).count(), 1, line)
    }
    assert.is(await page.locator('script').count(), 0)
    await page.getByText(/^Video call ended · \d+:\d\d$/).waitFor()
    await people.leave()
  },
)

blocked(
  'a customer who refused the camera reads how to allow it in this browser, and the team sees it',
  async (people) => {
    invited = await invite(people.admin)
    customer = await people.customer(invited.link, { browser: 'camera refused' })
    await customer.goesOn()
    await customer.page.getByText('Camera and microphone are blocked').waitFor()
    await customer.page.getByText('Click the sign beside the address').waitFor()
    await customerGotTo(people, invited, 'camera-denied')
  },
)

blocked('the tip to allow the camera leaves by itself once the camera is on', async (people) => {
  await sendHint(people, invited, 'allow-camera')
  const card = customer.page.getByRole('status').filter({ hasText: 'A tip from Admin' })
  await card.waitFor()
  await customer.page.context().grantPermissions(['camera', 'microphone'])
  await card.getByRole('button', { name: 'Try again' }).click()
  await customer.page.getByText('Your camera works').waitFor()
  await card.waitFor({ state: 'detached' })
  await customerGotTo(people, invited, 'camera-ready')
  await people.leave()
})

async function customerGotTo(people: People, { conversationId }: Invited, step: string): Promise<void> {
  let seen: string | undefined
  const same = async () => {
    const { body } = await people.admin.get<ConversationSummary>(`/api/conversations/${conversationId}`)
    seen = body.progress?.step
    return seen === step
  }
  await untilTrue(`the customer got to ${step}`, same).catch(() => assert.is(seen, step))
}

async function sendHint(people: People, { conversationId }: Invited, hint: string): Promise<void> {
  await people.admin.post(`/api/conversations/${conversationId}/hints`, { hint })
}

async function savedTranscript({ page }: CustomerPage): Promise<string> {
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the transcript' }).click()
  const file = await saved
  assert.match(file.suggestedFilename(), /^conversation-\d{4}-\d\d-\d\d\.html$/)
  return readFile(await file.path(), 'utf8')
}

async function openedOffline(people: People, html: string) {
  const context = await people.context('reader')
  await context.setOffline(true)
  const page = await context.newPage()
  await page.setContent(html)
  return page
}

test.run()
