import type { OperatorPage } from '../operator-page.ts'
import type { Colleague, People } from '../people.ts'
import { laptop, lostPhone, type PushScenery, pushStage, setPushScenery } from '../push-scenery.ts'
import { alone } from './alone.ts'
import type { Visit } from './visit.ts'

/** The notifications' settings, with all that can stand in their way. */
export async function showNotifications(people: People, who: Colleague, visit: Visit): Promise<void> {
  const operator = await people.operator(who)
  const { page } = operator
  await page.addInitScript(pushStage)
  await operator.goesTo('Settings')
  const shows = async (name: string, words: string | RegExp) => {
    await panelOf(operator).getByText(words).first().waitFor()
    await alone(operator, 'Notifications')
    await visit(page, name)
  }

  await setPushScenery(page, {})
  await shows('notifications-off', 'even when Visavis is closed')
  const quiet = { from: '22:00', to: '07:00', timeZone: 'Europe/Istanbul' }
  const settings = { jobs: true, messages: true, firstNames: false, quiet }
  const on: PushScenery = { permission: 'granted', wantedBy: who.id }
  await setPushScenery(page, on, { devices: [laptop, lostPhone], settings })
  await shows('notifications-on', 'A test arrived')
  await setPushScenery(page, on, { devices: [{ ...laptop, canary: 'failed' }, lostPhone] })
  await shows('notifications-failed', 'A test did not arrive')
  await setPushScenery(page, { permission: 'denied' })
  await shows('notifications-blocked', 'are blocked')
  await setPushScenery(page, { wantedBy: who.id })
  await shows('notifications-taken-back', 'took the permission')
  await setPushScenery(page, { permission: 'granted', isCut: true })
  await operator.button('Turn on notifications').click()
  await shows('notifications-no-answer', 'does not answer')
  await page.context().close()
}

const panelOf = ({ page }: OperatorPage) => page.getByRole('region', { name: 'Notifications' })
