import { CustomerPage } from './customer-page.ts'
import { type People, phone, type Visiting } from './people.ts'

// The landing goes on by itself, sooner than it can be looked at closely, or reached by a slow machine.
const holdsLanding = `(() => {
  const start = window.setTimeout
  window.setTimeout = (act, ms, ...rest) => (ms === 2500 ? 0 : start(act, ms, ...rest))
})()`

/** A customer who has opened the link, and whose landing waits until its button is pressed. */
export async function staysAtLanding(
  people: People,
  link: string,
  visiting: Visiting = {},
): Promise<CustomerPage> {
  const context = await people.context('customer', { at: phone, ...visiting })
  await context.addInitScript(holdsLanding)
  const page = await context.newPage()
  await page.goto(link)
  return new CustomerPage(page)
}
