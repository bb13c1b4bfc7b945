import type { Page } from 'playwright-core'
import type { CustomerPage } from '../customer-page.ts'
import { recordFilm } from '../film.ts'
import type { OperatorPage } from '../operator-page.ts'
import { ftyp, jpeg, noise, pdf, png } from '../sample-files.ts'
import type { Talker } from '../talker.ts'
import type { Visit } from './visit.ts'

/** Photos, films and documents: picked, on their way, and in the chat. */
export async function showFiles(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await showChat(operator, customer, visit)
  await showPanel(operator, visit)
  await showTray(customer, visit)
}

async function showChat(operator: OperatorPage, customer: CustomerPage, visit: Visit): Promise<void> {
  await customer.button('Add files').click()
  await customer.page.getByRole('menuitem', { name: 'Documents' }).waitFor()
  await visit(customer.page, 'customer-add-files')
  await customer.page.keyboard.press('Escape')
  await adds(customer, 'Photos and videos', [
    file('gauge.png', 'image/png', png(800, 600)),
    file('noise.webm', 'video/webm', await recordFilm(customer.page)),
  ])
  await adds(customer, 'Documents', [file('Fatura 2026-11.pdf', 'application/pdf', pdf())])
  await operator.page.getByRole('link', { name: 'Download Fatura 2026-11.pdf' }).waitFor()
  await operator.page.getByRole('button', { name: 'Open photo gauge.png' }).waitFor()
  await visit(customer.page, 'customer-files')
  await visit(operator.page, 'files')
  await operator.page.getByRole('button', { name: 'Open photo gauge.png' }).click()
  await operator.page.locator('.pswp img.pswp__img').first().waitFor()
  await visit(operator.page, 'lightbox')
  await operator.page.keyboard.press('Escape')
  await operator.page.locator('.pswp').waitFor({ state: 'detached' })
}

async function showPanel(operator: OperatorPage, visit: Visit): Promise<void> {
  const { page } = operator
  await operator.button('Send photos and videos').click()
  const panel = page.getByRole('dialog', { name: 'Send photos and videos' })
  await panel.getByText('No photos chosen').waitFor()
  await visit(page, 'media-panel-empty')
  const choosing = page.waitForEvent('filechooser')
  await panel.getByRole('button', { name: 'Choose files' }).click()
  await (await choosing).setFiles([
    ...['valve.jpg', 'pump.jpg', 'the wall behind the boiler.jpg'].map((name) =>
      file(name, 'image/jpeg', jpeg()),
    ),
    film('how to bleed a radiator.mp4'),
    file('letter.txt', 'text/plain', noise(20)),
  ])
  await panel.getByText('1 file is neither').waitFor()
  await visit(page, 'media-panel-photos')
  await panel.getByRole('tab', { name: 'Videos' }).click()
  await visit(page, 'media-panel-videos')
  await uploadsStand(page)
  await panel.getByRole('button', { name: 'Send videos' }).click()
  await panel.getByRole('progressbar').waitFor()
  await visit(page, 'media-panel-sending')
  await panel.getByRole('button', { name: /^Cancel how/ }).click()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.unroute('**/uploads*')
}

async function showTray(customer: CustomerPage, visit: Visit): Promise<void> {
  const { page } = customer
  await uploadsStand(page)
  await adds(customer, 'Photos and videos', [
    film('the noise, from the front and from behind.mp4'),
    file('iphone.heic', 'image/heic', ftyp('heic')),
  ])
  await page.getByText('This photo is in Apple’s HEIC format').waitFor()
  await page.getByRole('progressbar').waitFor()
  await visit(page, 'customer-sending')
  await page.getByRole('button', { name: /^Dismiss/ }).click()
  await page.getByRole('button', { name: /^Cancel/ }).click()
  await page.unroute('**/uploads*')
}

async function adds(side: Talker, what: string, files: ReturnType<typeof file>[]): Promise<void> {
  await side.button('Add files').click()
  const choosing = side.page.waitForEvent('filechooser')
  await side.page.getByRole('menuitem', { name: what }).click()
  await (await choosing).setFiles(files)
}

const file = (name: string, mimeType: string, bytes: Uint8Array) => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
})
const film = (name: string) => file(name, 'video/mp4', noise(6_000_000, ftyp('isom')))

// They are never answered, so that there is time to look.
async function uploadsStand(page: Page): Promise<void> {
  await page.route('**/uploads*', () => {})
}
