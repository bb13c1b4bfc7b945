import { browserOf } from '../../support/browsers.ts'
import { invite } from '../../support/invite.ts'
import { openHouse } from '../../support/open-house.ts'
import { invitePeople } from '../../support/people.ts'
import { until } from '../../support/until.ts'
import { createWitness } from '../../support/witness.ts'
import { type Contestant, type Course, readCourse, stopwatch } from './contestant.ts'

/** The whole of it: a link, a customer who waits with the camera on, a job that rings, and the green button. */
export async function visavis(): Promise<Contestant> {
  const house = await openHouse()
  await browserOf('fake camera')

  async function run(): Promise<Course> {
    const people = await invitePeople(house, createWitness())
    const desk = await people.operator(people.administrator)
    await desk.page.addInitScript(stopwatch('video[aria-label="Customer video"]'))
    await desk.page.reload()
    const { conversationId, link } = await invite(people.admin)
    const customer = await people.customer('about:blank')
    await customer.page.addInitScript(stopwatch('none'))
    await customer.page.goto(link)
    await customer.waits()
    await until(customer.page, `document.querySelector('[aria-label="Customer video"]')?.videoWidth > 320`)
    await desk.job.getByRole('button', { name: 'Accept' }).click()
    const course = await readCourse(desk.page, customer.page)
    await people.admin.post(`/api/conversations/${conversationId}/archive`, { reason: 'resolved' })
    await people.leave()
    return course
  }

  return { name: 'Visavis', run, end: house.end }
}
