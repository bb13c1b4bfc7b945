import { invite } from '../../support/invite.ts'
import { openHouse } from '../../support/open-house.ts'
import { invitePeople } from '../../support/people.ts'
import { createWitness } from '../../support/witness.ts'
import type { Entrant } from '../take-turns.ts'
import { chatWatch, whenChatting } from './chat-watch.ts'

/** A link that somebody opens while no operator is there: landing, and then the chat. */
export async function visavisChat(): Promise<Entrant> {
  const house = await openHouse()

  async function run(): Promise<number> {
    const people = await invitePeople(house, createWitness())
    const { link } = await invite(people.admin)
    const customer = await people.customer('about:blank')
    await customer.page.addInitScript(chatWatch)
    await customer.page.goto(link)
    const took = await whenChatting(customer.page)
    await people.leave()
    return took
  }

  return { name: 'Visavis', run, end: house.end }
}
