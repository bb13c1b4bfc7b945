import { callerOf, invite, openWithoutBrowser } from '../invite.ts'
import type { OperatorPage } from '../operator-page.ts'
import type { Colleague, People } from '../people.ts'
import { until } from '../until.ts'
import type { Visit } from './visit.ts'

/** The app without a network: what it kept, what was written meanwhile, and what became of it. */
export async function showOffline(
  people: People,
  who: Colleague,
  operator: OperatorPage,
  visit: Visit,
): Promise<void> {
  const leave = await talk(people, who, operator)
  await showCopies(operator, visit)
  await showOutbox(operator, leave, visit)
}

/** Somebody in the inbox who can leave at any time. */
async function talk(people: People, { email, password }: Colleague, operator: OperatorPage) {
  const ada = callerOf(people.house)
  await ada.post('/api/session', { email, password })
  await people.admin.call('PUT', '/api/status', { status: 'offline' })
  const wish = { customerName: 'Elif Şahin', phone: '+905321230099', assignment: 'normal' }
  const invited = await invite(ada, wish)
  const customer = await openWithoutBrowser(people.house, invited)
  await operator.accepts()
  await operator.endsCall()
  await operator.isInNoCall()
  await operator.opens('Elif Şahin')
  await customer.post(`/api/visits/${invited.conversationId}/messages`, { text: 'When does the part come?' })
  await operator.reads('When does the part come?')
  // The inbox is kept a second after it changed, and nothing tells of it.
  await operator.page.waitForTimeout(1_500)
  return () => customer.post(`/api/visits/${invited.conversationId}/close`)
}

async function showCopies(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  await operator.goesTo('Settings')
  // The one that is open, and at least one of the archive.
  await page.getByText(/^([2-9]|[1-9]\d+) conversations, /).waitFor()
  await network(operator, false)
  await operator.goesTo('Archive')
  await page.getByText('These are the conversations on this device').waitFor()
  await page.getByRole('link', { name: 'Cem Yılmaz' }).waitFor()
  await visit(page, 'offline-archive')
  await page.getByRole('searchbox').fill('boiler')
  await page.locator('mark').first().waitFor()
  await visit(page, 'offline-search')
}

async function showOutbox(operator: OperatorPage, leave: () => Promise<unknown>, visit: Visit) {
  const { page } = operator
  await operator.goesTo('Conversations')
  await operator.opens('Elif Şahin')
  await operator.says('I am on a train. The spare part arrives on Tuesday.')
  await operator.messages.getByText('Not sent yet').waitFor()
  await visit(page, 'outbox-waiting')
  await leave()
  await network(operator, true)
  await operator.messages.getByText('Not sent: the conversation was closed meanwhile.').waitFor()
  await visit(page, 'outbox-refused')
  await network(operator, false)
  await page.getByLabel('Note for the team').fill('Ask on Tuesday whether it came.')
  await operator.button('Add note').click()
  await operator.button('Show').click()
  const dialog = page.getByRole('dialog', { name: 'Not sent yet' })
  await dialog.getByText('Is sent when you are back online.').waitFor()
  await visit(page, 'outbox')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await showLeaving(operator, visit)
  await operator.button('Show').click()
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await page.keyboard.press('Escape')
  await network(operator, true)
  await operator.messages.getByText('Ask on Tuesday whether it came.').waitFor()
}

/** Signing out would delete what was not sent. */
async function showLeaving(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  await operator.button('Account').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const question = page.getByRole('alertdialog', { name: 'Sign out with unsent text?' })
  await question.waitFor()
  await visit(page, 'sign-out-unsent')
  await question.getByRole('button', { name: 'Cancel' }).click()
  await question.waitFor({ state: 'detached' })
}

// A browser that is told to be offline goes on hearing the stream that it has.
async function network({ page }: OperatorPage, isThere: boolean): Promise<void> {
  if (isThere) await page.unroute('**/api/**')
  else await page.route('**/api/**', (route) => route.abort('internetdisconnected'))
  await page.reload()
  const offline = `document.body.innerText.includes('You are offline.')`
  await until(page, isThere ? `document.querySelector('nav') && !${offline}` : offline)
}
