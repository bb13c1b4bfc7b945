import { shared } from '../../../pwa/words/en/shared.ts'
import { invite } from '../invite.ts'
import type { OperatorPage } from '../operator-page.ts'
import { type People, phone } from '../people.ts'
import type { Visit } from './visit.ts'

const offline = shared['common.offline']

/** Where nothing leads on, and what is shown while nothing can be reached. */
export async function showDeadEnds(people: People, operator: OperatorPage, visit: Visit): Promise<void> {
  await showDeadLinks(people, visit)
  const { page } = operator
  await page.goto(`${people.house.url}/nowhere`)
  await page.getByText('There is nothing here').waitFor()
  await visit(page, 'not-found')
  await page.goto(`${people.house.url}/conversations/${crypto.randomUUID()}`)
  await page.getByText('This conversation is not here').waitFor()
  await visit(page, 'conversation-gone')
  await page.route('**/api/events*', (route) => route.abort('internetdisconnected'))
  await operator.goesTo('Conversations')
  await page.reload()
  await page.getByText(offline).waitFor()
  await visit(page, 'offline')
  await showFailedStart(people, visit)
}

/** On a device that keeps nothing yet. */
async function showFailedStart(people: People, visit: Visit): Promise<void> {
  const page = await (await people.context('operator')).newPage()
  await page.route('**/api/**', (route) => route.abort('internetdisconnected'))
  await page.goto(people.house.url)
  await page.getByText('Visavis does not answer').waitFor()
  await visit(page, 'start-failed')
}

async function showDeadLinks(people: People, visit: Visit): Promise<void> {
  const invalid = await people.customer(`${people.house.url}/j#${'x'.repeat(22)}`)
  await invalid.isTold('This link is not valid')
  await visit(invalid.page, 'customer-dead-link')
  const { conversationId, link } = await invite(people.admin, { phone: '+905321239999' })
  await people.admin.post(`/api/conversations/${conversationId}/revoke`)
  const withdrawn = await people.customer(link)
  await withdrawn.isTold('This link was withdrawn')
  await visit(withdrawn.page, 'customer-withdrawn-link')
  const lost = await people.context('customer', { at: phone })
  const page = await lost.newPage()
  await page.route('**/api/visits', (route) => route.abort('internetdisconnected'))
  await page.goto(link)
  await page.getByRole('button', { name: 'Try again' }).waitFor()
  await visit(page, 'customer-unreachable')
}
