import { CustomerPage } from '../customer-page.ts'
import { invite, openWithoutBrowser } from '../invite.ts'
import type { OperatorPage } from '../operator-page.ts'
import { type People, phone } from '../people.ts'
import type { Visit } from './visit.ts'

/** Customers who get no further, as the team sees them and as they see it themselves. */
export async function showStuck(people: People, operator: OperatorPage, visit: Visit): Promise<void> {
  await operator.goes('Offline')
  await showCameras(people, visit)
  await showTips(people, visit)
  await showWay(people, operator, visit)
}

const instagram =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Instagram 330.0.0.40.92 Android'

let phones = 0
const newLink = (people: People) =>
  invite(people.admin, { phone: `+9053212300${10 + phones++}`, customerName: 'Deniz Aydın' })

async function showCameras(people: People, visit: Visit): Promise<void> {
  const refused = await people.customer((await newLink(people)).link, { browser: 'camera refused' })
  await refused.goesOn()
  await refused.page.getByText('Camera and microphone are blocked').waitFor()
  await visit(refused.page, 'customer-camera-denied')
  const missing = await people.customer((await newLink(people)).link, { browser: 'no camera' })
  await missing.goesOn()
  await missing.page.getByText('No camera was found').waitFor()
  await visit(missing.page, 'customer-camera-missing')
  const busy = await people.context('customer', { at: phone })
  await busy.addInitScript(cameraIsBusy)
  const page = await busy.newPage()
  await page.goto((await newLink(people)).link)
  await new CustomerPage(page).goesOn()
  await page.getByText('Another app uses the camera').waitFor()
  await visit(page, 'customer-camera-busy')
  const inApp = await people.customer((await newLink(people)).link, {
    at: { ...phone, userAgent: instagram },
    browser: 'camera refused',
  })
  await inApp.goesOn()
  await inApp.page.getByText('Instagram may not give us your camera').waitFor()
  await visit(inApp.page, 'customer-in-app-browser')
}

// An empty page, which stands there before the customer's own, has no devices at all.
const cameraIsBusy = `if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = async () => {
  throw new DOMException('Could not start video source', 'NotReadableError')
}`

async function showTips(people: People, visit: Visit): Promise<void> {
  const { conversationId, link } = await newLink(people)
  const customer = await people.customer(link)
  await customer.goesOn()
  await customer.page.getByText('people are before you').waitFor()
  await visit(customer.page, 'customer-queue')
  await people.admin.post(`/api/conversations/${conversationId}/hints`, { hint: 'find-better-network' })
  await customer.page.getByText('A tip from Admin').waitFor()
  await visit(customer.page, 'customer-tip')
  const newer = await customer.page.context().newPage()
  await newer.goto(link)
  await customer.isTold('The conversation goes on in another tab')
  // Behind another tab nothing is drawn but once in a second.
  await customer.page.bringToFront()
  await visit(customer.page, 'customer-moved')
}

async function showWay(people: People, operator: OperatorPage, visit: Visit): Promise<void> {
  const invited = await newLink(people)
  const customer = await openWithoutBrowser(people.house, invited)
  await customer.post(`/api/visits/${invited.conversationId}/progress`, { step: 'camera-denied' })
  const { page } = operator
  await page.goto(`${people.house.url}/conversations/${invited.conversationId}`)
  const way = page.getByRole('region', { name: 'How far the customer got' })
  await way.getByText('Camera denied').waitFor()
  await visit(page, 'stuck')
  await way.getByRole('button', { name: 'More hints' }).click()
  await page.getByRole('menuitem', { name: 'reload the page' }).waitFor()
  await visit(page, 'stuck-hints')
  await page.keyboard.press('Escape')
  await way.getByRole('button', { name: 'Send hint: allow the camera' }).click()
  await way.getByRole('button', { name: 'Hint sent: allow the camera' }).waitFor()
  await visit(page, 'stuck-hint-sent')
}
