import { shared } from '../../../pwa/words/en/shared.ts'
import type { OperatorPage } from '../operator-page.ts'
import { type Colleague, type People, phone } from '../people.ts'
import { alone } from './alone.ts'
import type { Visit } from './visit.ts'

/** How the app comes onto a device, and how a newer version of it does. */
export async function showInstalling(
  people: People,
  who: Colleague,
  operator: OperatorPage,
  visit: Visit,
): Promise<void> {
  await showButton(operator, visit)
  await showNewVersion(operator, visit)
  await showIphone(people, who, visit)
}

const panel = 'The app on this device'

async function showButton(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  await operator.goesTo('Settings')
  await page.evaluate(
    `dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: async () => {} }))`,
  )
  await operator.button('Install the app').waitFor()
  await alone(operator, panel)
  await visit(page, 'install')
}

// And not the API's address of that name.
const pageItself = ({ pathname }: URL) => pathname === '/archive'

/** Another version stands at the edge, and this page was loaded for one just now. */
async function showNewVersion(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  await operator.goesTo('Archive')
  await page.route(pageItself, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<html lang="en">' }),
  )
  await page.evaluate(`sessionStorage.setItem('visavis.reloaded', Date.now())`)
  await page.evaluate(`dispatchEvent(new Event('vite:preloadError'))`)
  await page.getByText(shared['common.new-version']).waitFor()
  await visit(page, 'new-version')
  await page.unroute(pageItself)
  await page.getByRole('searchbox').fill('boi')
  await operator.button(shared['common.load-again']).click()
  await page.getByText(shared['common.new-version-later']).waitFor()
  await visit(page, 'new-version-waits')
  await operator.goesTo('Conversations')
  await page.reload()
}

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

/** Where no button of ours can do it, and nothing may notify before it is done. */
async function showIphone(people: People, who: Colleague, visit: Visit): Promise<void> {
  const operator = await people.operator(who, { at: { ...phone, userAgent: iphone } })
  const { page } = operator
  await page.addInitScript('delete window.PushManager')
  await page.reload()
  await operator.goesTo('Settings')
  await page.getByText('Tap Share at the edge').waitFor()
  await page.getByText('install Visavis first').waitFor()
  await alone(operator, panel, 'Notifications')
  await visit(page, 'install-ios')
  await page.context().close()
}
