import type { Browser, Page } from 'playwright-core'
import { openLab } from '../../support/lab/open-lab.ts'
import { fourG, wire } from '../../support/lab/profiles.ts'
import { until } from '../../support/until.ts'
import { serveBarePage } from '../first-frame/plain-pages.ts'
import type { Entrant } from '../take-turns.ts'
import { frameWatch, slowDown, whenPictured } from './frame-watch.ts'

/** The bare page in a network of its own: whoever opens it is called at once. */
export async function bareInLab(): Promise<Entrant> {
  const lab = await openLab({ customer: fourG, operator: wire })
  const served = await serveBarePage()
  await lab.openDoor(served.origin, 'HTTP/2')
  const [desk, phone] = await Promise.all([lab.browser('operator'), lab.browser('customer')])

  async function open(browser: Browser, side: string): Promise<Page> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.addInitScript(frameWatch('#remote'))
    if (side === 'customer') await slowDown(page)
    await page.goto(`${lab.publicUrl}/?side=${side}&calls`)
    return page
  }

  async function run(): Promise<number> {
    const operator = await open(desk, 'operator')
    await until(operator, 'window.isReady === true')
    const customer = await open(phone, 'customer')
    const took = await whenPictured(customer)
    await Promise.all([operator, customer].map((page) => page.context().close()))
    return took
  }

  async function end(): Promise<void> {
    await lab.close()
    await served.end()
  }

  return { name: 'bare RTCPeerConnection page', run, end }
}
