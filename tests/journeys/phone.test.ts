// time-out: 240 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBrowsers } from '../support/browsers.ts'
import { phone } from '../support/people.ts'
import { untilTrue } from '../support/until.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

test(
  'the operator’s walk on a phone: send a link, accept, call, chat, end, archive',
  walk(async (people) => {
    const operator = await people.operator('nobody yet', { at: phone })
    const { email, password } = people.administrator
    await operator.signsIn(email, password)
    await operator.goes('Online')
    const link = await operator.sendsLink({ message: 'About your boiler' })
    const customer = await people.customer(link)

    const ring = await operator.job.boundingBox()
    assert.ok(ring && ring.width >= 390 && ring.height >= 800, 'it rings over the whole screen')
    await operator.accepts()
    await Promise.all([operator.isInCall(), customer.isInCall()])
    await operator.says('Hello from my phone')
    await customer.reads('Hello from my phone')
    await customer.says('Same here')
    await operator.reads('Same here')

    await operator.button('Reduce video').click()
    await operator.button('Restore video').click()
    await operator.endsCall()
    await customer.isInNoCall()
    await operator.button('Customer').click()
    const card = operator.page.getByRole('dialog', { name: 'Customer' })
    await card.getByRole('button', { name: 'Close' }).waitFor()
    await untilTrue('the card has the keyboard', () => card.evaluate((box) => box.matches(':focus-within')))
    assert.is(await card.locator('input:focus, textarea:focus').count(), 0, 'it is read first')
    await operator.page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    await customer.leaves()
    await operator.page.getByRole('status').filter({ hasText: 'Closed work' }).waitFor()
    await operator.endsConversation('Resolved')
    await operator.page.goto(`${people.house.url}/archive`)
    await operator.opens('Cem Yılmaz')
    await operator.reads('Hello from my phone')
    await fitsItsScreen(operator.page)
  }),
)

async function fitsItsScreen(page: import('playwright-core').Page) {
  const { wide, seen } = (await page.evaluate(
    '({ wide: document.documentElement.scrollWidth, seen: innerWidth })',
  )) as { wide: number; seen: number }
  assert.ok(wide <= seen, `the page is ${wide} px wide on a screen of ${seen}`)
}

test.run()
