// time-out: 180 s
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriersOn } from '../support/accessibility.ts'
import { closeBrowsers } from '../support/browsers.ts'
import { callerOf, invite, openWithoutBrowser } from '../support/invite.ts'
import { misplacedOn } from '../support/layout.ts'
import type { Colleague, People } from '../support/people.ts'
import { showInstalling } from '../support/screens/show-installing.ts'
import { showOffline } from '../support/screens/show-offline.ts'
import { walk } from '../support/walk.ts'

test.after(closeBrowsers)

/** Something in the archive for a device to keep. */
async function fileOne(people: People, { email, password }: Colleague): Promise<void> {
  const ada = callerOf(people.house)
  await ada.post('/api/session', { email, password })
  await ada.call('PUT', '/api/status', { status: 'online' })
  const invited = await invite(ada)
  const customer = await openWithoutBrowser(people.house, invited)
  const { offer } = (await ada.get<{ offer: { jobId: string } }>('/api/inbox')).body
  await ada.post(`/api/jobs/${offer.jobId}/accept`)
  const text = 'The boiler makes a noise'
  await customer.post(`/api/visits/${invited.conversationId}/messages`, { text })
  await ada.post(`/api/conversations/${invited.conversationId}/archive`, { reason: 'resolved' })
}

test(
  'without a network, and while the app is installed, no screen keeps anybody out either',
  walk(async (people) => {
    const ada = await people.colleague('Ada Lovelace')
    await fileOne(people, ada)
    const operator = await people.operator(ada)
    const barriers: string[] = []
    const look = async (page: typeof operator.page, name: string) => {
      barriers.push(...(await barriersOn(page, name)), ...(await misplacedOn(page, name)))
    }
    await showOffline(people, ada, operator, look)
    await showInstalling(people, ada, operator, look)
    assert.is(barriers.join('\n'), '')
  }),
)

test.run()
