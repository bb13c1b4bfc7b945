import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core'
import { type BrowserKind, browserOf, launchProfile, openProfile } from './browsers.ts'
import type { Caller } from './caller.ts'
import { CustomerPage } from './customer-page.ts'
import { adminEmail, adminPassword } from './house-place.ts'
import { callerOf, invite } from './invite.ts'
import { mediaProbe } from './media-probe.ts'
import type { OpenHouse } from './open-house.ts'
import { OperatorPage } from './operator-page.ts'
import type { Witness } from './witness.ts'

export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
}

export interface Visiting {
  /** Where they sit; operators at a desktop and customers at a phone unless it is said otherwise. */
  at?: BrowserContextOptions
  /** One of a kind that is shared by the whole file, or one's own. */
  browser?: BrowserKind | Browser
  /** With the service worker, and notifications. Most walks go without: each would fetch all of the app. */
  installed?: true
}

/** A colleague of the administrator, who has joined. */
export interface Colleague {
  id: string
  name: string
  email: string
  password: string
}

/** Everybody in one test's house, each in a browser context of their own. */
export interface People {
  house: OpenHouse
  /** The administrator's own line to the API, for what a test only needs to be so. */
  admin: Caller
  /** The same person, to sign in on a browser. */
  administrator: Colleague
  /** Somebody new in the team, named so; they have not signed in on any browser yet. */
  colleague(
    name: string,
    facts?: { conversationLimit?: number; departmentIds?: string[] },
  ): Promise<Colleague>
  /** The operator app, signed in as this colleague and Online, or at the sign-in page. */
  operator(who: Colleague | 'nobody yet', visiting?: Visiting): Promise<OperatorPage>
  /** A customer's phone that has opened the address. */
  customer(link: string, visiting?: Visiting): Promise<CustomerPage>
  /** A bare context, watched like the others. */
  context(who: string, visiting?: Visiting): Promise<BrowserContext>
  /** A browser with a profile that outlives it, watched like the others. */
  profile(who: string, folder: string): Promise<BrowserContext>
  /** An operator and a customer who are in a call. */
  meet(operator?: Visiting, customer?: Visiting): Promise<[OperatorPage, CustomerPage]>
  /** The same two in the chat, with the call ended as soon as there was one. */
  chat(): Promise<[OperatorPage, CustomerPage]>
  leave(): Promise<void>
}

const patienceMs = 30_000

// Less motion spares the machine a tenth of its work.
const asked = { locale: 'en-GB', reducedMotion: 'reduce' } as const

/** `scripts` run in every page before its own. */
export async function invitePeople(
  house: OpenHouse,
  witness: Witness,
  scripts: readonly string[] = [],
): Promise<People> {
  const contexts: BrowserContext[] = []
  const admin = callerOf(house)
  const entry = { email: adminEmail, password: adminPassword }
  const { id } = (await admin.post<{ id: string }>('/api/session', entry)).body
  const administrator = { id, name: 'Admin', ...entry }

  async function context(who: string, { at = desktop, browser = 'fake camera', installed }: Visiting = {}) {
    const opened = installed
      ? await launchProfile('fake camera', { ...asked, permissions: ['notifications'], ...at })
      : await (await chosen(browser)).newContext({ ...asked, serviceWorkers: 'block', ...at })
    contexts.push(opened)
    opened.setDefaultTimeout(patienceMs)
    for (const script of [mediaProbe, ...scripts]) await opened.addInitScript(script)
    witness.watch(opened, who)
    return opened
  }

  async function profile(who: string, folder: string) {
    const opened = await openProfile(folder)
    contexts.push(opened)
    opened.setDefaultTimeout(patienceMs)
    witness.watch(opened, who)
    for (const page of opened.pages()) await page.close()
    return opened
  }

  const chosen = (browser: BrowserKind | Browser) =>
    typeof browser === 'string' ? browserOf(browser) : browser

  async function colleague(name: string, facts = {}): Promise<Colleague> {
    const email = `${name.toLowerCase().replace(/\W+/g, '.')}@acme.test`
    const password = `the password of ${name}`
    const body = { email, role: 'operator', departmentIds: [], conversationLimit: 3, ...facts }
    const { link } = (await admin.post<{ link: string }>('/api/team/operators', body)).body
    const joining = { token: link.split('#')[1], name, password }
    const { id } = (await callerOf(house).post<{ id: string }>('/api/join', joining)).body
    return { id, name, email, password }
  }

  async function operator(who: Colleague | 'nobody yet', visiting: Visiting = {}) {
    const opened = await context(who === 'nobody yet' ? 'operator' : who.name, visiting)
    if (who !== 'nobody yet') {
      const { email, password } = who
      const caller = callerOf(house)
      await caller.post('/api/session', { email, password })
      await caller.call('PUT', '/api/status', { status: 'online' })
      await opened.addCookies(cookiesOf(caller, house))
    }
    const page = await opened.newPage()
    await page.goto(house.publicUrl)
    return new OperatorPage(page)
  }

  async function customer(link: string, visiting: Visiting = {}) {
    const opened = await context('customer', { at: phone, ...visiting })
    const page = await opened.newPage()
    await page.goto(link)
    return new CustomerPage(page)
  }

  async function come(atDesk: Visiting = {}, atPhone: Visiting = {}): Promise<[OperatorPage, CustomerPage]> {
    const { link } = await invite(admin)
    const desk = await operator(administrator, atDesk)
    const phone = await customer(link, atPhone)
    await Promise.all([phone.goesOn(), desk.accepts()])
    return [desk, phone]
  }

  async function meet(atDesk?: Visiting, atPhone?: Visiting): Promise<[OperatorPage, CustomerPage]> {
    const both = await come(atDesk, atPhone)
    await Promise.all(both.map((side) => side.lineIs('connected')))
    return both
  }

  async function chat(): Promise<[OperatorPage, CustomerPage]> {
    const [desk, phone] = await come()
    await desk.endsCall()
    await Promise.all([desk, phone].map((side) => side.lastEvents('call.hung-up')))
    await Promise.all([desk, phone].map((side) => side.isInNoCall()))
    return [desk, phone]
  }

  const leave = async () => void (await Promise.all(contexts.map((opened) => opened.close())))
  return { house, admin, administrator, colleague, operator, customer, context, profile, meet, chat, leave }
}

// Signed in from here: a browser may sit in a network that this process is not in.
function cookiesOf(caller: Caller, { publicUrl }: OpenHouse) {
  const { hostname: domain, protocol } = new URL(publicUrl)
  const kind = { domain, secure: protocol === 'https:', httpOnly: true, sameSite: 'Strict' as const }
  return [...caller.cookies].map(([name, { value, path }]) => ({ name, value, path, ...kind }))
}
