// Every screen there is, one after the other, in one walk of a small team and its customers.

import type { Colleague, People } from './people.ts'
import { showCall } from './screens/show-call.ts'
import { showDeadEnds } from './screens/show-dead-ends.ts'
import { showEndings } from './screens/show-endings.ts'
import { showEntry } from './screens/show-entry.ts'
import { showFiles } from './screens/show-files.ts'
import { showInstalling } from './screens/show-installing.ts'
import { showLinks } from './screens/show-links.ts'
import { showNotifications } from './screens/show-notifications.ts'
import { showOffline } from './screens/show-offline.ts'
import { showRings } from './screens/show-rings.ts'
import { showStuck } from './screens/show-stuck.ts'
import { showTeam } from './screens/show-team.ts'
import { showTools } from './screens/show-tools.ts'
import type { Visit } from './screens/visit.ts'

/** @param isWhole also without a network, and how the app is installed: `tests/chaos/seldom-screens.test.ts` has them alone */
export async function visitEveryScreen(people: People, visit: Visit, isWhole = false): Promise<void> {
  const ada = await foundTeam(people)
  const operator = await showEntry(people, ada, visit)
  await showLinks(operator, visit)
  const customer = await showCall(people, operator, visit)
  await showTools(operator, customer, visit)
  await showRings(operator, customer, visit)
  await showFiles(operator, customer, visit)
  await showEndings(operator, customer, visit)
  await showTeam(people, visit)
  await showNotifications(people, ada, visit)
  if (isWhole) {
    await showOffline(people, ada, operator, visit)
    await showInstalling(people, ada, operator, visit)
  }
  await showStuck(people, operator, visit)
  await showDeadEnds(people, operator, visit)
}

async function foundTeam(people: People): Promise<Colleague> {
  const { admin } = people
  const department = await admin.post<{ id: string }>('/api/team/departments', {
    name: 'Technicians',
    memberIds: [],
  })
  const departmentIds = [department.body.id]
  const ada = await people.colleague('Ada Lovelace', { departmentIds })
  await people.colleague('Grace Hopper', { departmentIds, conversationLimit: 5 })
  const invited = { email: 'edsger@acme.test', role: 'operator', departmentIds: [], conversationLimit: 3 }
  await admin.post('/api/team/operators', invited)
  const text = 'Hello {name}, {team} would like to show you how your new boiler works:'
  await admin.post('/api/team/templates', { name: 'Boiler', language: 'en', text })
  return ada
}
