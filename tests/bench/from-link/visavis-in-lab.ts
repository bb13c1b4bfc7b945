import { invite } from '../../support/invite.ts'
import { openLab } from '../../support/lab/open-lab.ts'
import { fourG, wire } from '../../support/lab/profiles.ts'
import { openHouse } from '../../support/open-house.ts'
import { desktop, invitePeople, phone } from '../../support/people.ts'
import { createWitness } from '../../support/witness.ts'
import type { Entrant } from '../take-turns.ts'
import { frameWatch, slowDown, whenPictured } from './frame-watch.ts'

/** The whole house in a network of its own: the landing is passed at once, and the operator accepts at once. */
export async function visavisInLab(): Promise<Entrant> {
  const lab = await openLab({ customer: fourG, operator: wire })
  const house = await openHouse({ PUBLIC_URL: lab.publicUrl })
  await lab.openDoor(house.url, 'HTTP/2')
  const [atDesk, atPhone] = await Promise.all([lab.browser('operator'), lab.browser('customer')])

  async function run(): Promise<number> {
    const people = await invitePeople(house, createWitness())
    const { conversationId, link } = await invite(people.admin)
    const trusting = { ignoreHTTPSErrors: true }
    const desk = await people.operator(people.administrator, {
      browser: atDesk,
      at: { ...desktop, ...trusting },
    })
    await desk.page.addInitScript(frameWatch('none', 'Accept'))
    await desk.page.reload()
    await desk.hasStatus('Online')
    const visiting = { browser: atPhone, at: { ...phone, ...trusting } }
    const customer = await people.customer('about:blank', visiting)
    await customer.page.addInitScript(frameWatch('video[aria-label="Operator video"]', 'Continue'))
    await slowDown(customer.page)
    await customer.page.goto(link)
    const took = await whenPictured(customer.page)
    await people.admin.post(`/api/conversations/${conversationId}/archive`, { reason: 'resolved' })
    await people.leave()
    return took
  }

  async function end(): Promise<void> {
    await lab.close()
    await house.end()
  }

  return { name: 'Visavis', run, end }
}
