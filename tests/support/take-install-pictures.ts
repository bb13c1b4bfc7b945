import { closeBrowsers } from './browsers.ts'
import { type Invited, invite, openWithoutBrowser } from './invite.ts'
import type { People } from './people.ts'
import { walk } from './walk.ts'

const wide = { width: 1280, height: 800 }
const narrow = { width: 360, height: 740 }
const customers = ['Zeynep Kaya', 'Deniz Aydın', 'Emre Şahin']

/** The two pictures that a device shows before the app is installed; pwa/app-manifest.ts says their sizes. */
export async function takeInstallPictures(folder: string): Promise<void> {
  await walk((people) => take(people, folder))()
  await closeBrowsers()
}

async function take(people: People, folder: string): Promise<void> {
  const operator = await people.operator(await people.colleague('Ada', { conversationLimit: 5 }), {
    at: { viewport: wide },
  })
  for (const [at, customerName] of customers.entries()) {
    const wish = { assignment: 'normal', customerName, phone: `+9053212345${67 + at}` }
    const invited = await invite(people.admin, wish)
    const customer = await openWithoutBrowser(people.house, invited)
    await operator.accepts()
    await operator.endsCall()
    await says(customer, invited, 'Hello! The display shows E4 since this morning.')
  }
  await operator.opens('Emre Şahin')
  await operator.says('Good morning, Emre. Is there a small valve below it, on the left?')
  await operator.says('Turn it slowly until the needle stands at 1.5, and tell me what the display says.')
  await operator.page.mouse.move(0, 0)
  await operator.page.screenshot({ path: `${folder}/screenshot-wide.jpg`, quality: 80, type: 'jpeg' })
  await operator.goesTo('Conversations')
  const phone = await operator.page
    .context()
    .browser()
    ?.newContext({ viewport: narrow, deviceScaleFactor: 2 })
  if (!phone) return
  await phone.addCookies(await operator.page.context().cookies())
  const page = await phone.newPage()
  await page.goto(people.house.publicUrl)
  await page.getByRole('link', { name: 'Emre Şahin' }).waitFor()
  await page.screenshot({ path: `${folder}/screenshot-narrow.jpg`, quality: 80, type: 'jpeg' })
  await phone.close()
}

type Customer = Awaited<ReturnType<typeof openWithoutBrowser>>

async function says(customer: Customer, { conversationId }: Invited, text: string): Promise<void> {
  await customer.post(`/api/visits/${conversationId}/messages`, { text })
}
