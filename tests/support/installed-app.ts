import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core'
import { untilTrue } from './until.ts'

/** A notification on the screen. */
export interface ShownNote {
  title: string
  body: string
  tag: string
  actions: string[]
}

/** The operator's app on a device, where pushes arrive and notifications are touched while it may be closed. */
export interface InstalledApp {
  /** Delivers what a push service would have decrypted, and waits until the worker has dealt with it. */
  push(data: unknown): Promise<void>
  notes(): Promise<ShownNote[]>
  /** All that was ever shown, in its order: some of it goes by itself. */
  told(): Promise<Pick<ShownNote, 'title' | 'body'>[]>
  /** The number that the worker put on the app's icon last. */
  badge(): Promise<number | undefined>
  /** What the browser does when the network is back. */
  sync(tag: string): Promise<void>
  /** Touches a notification, or one of its buttons, as often as said. */
  touch(tag: string, action?: string, times?: number): Promise<void>
  /** Addresses that the worker opened a window at; there is none in a test, where nobody really touched anything. */
  opened(): Promise<string[]>
  /** How many pages of the app the worker sees. */
  windows(): Promise<number>
  page: Page
}

/** @param page of this origin, which stays open */
export async function watchInstalledApp(context: BrowserContext, page: Page): Promise<InstalledApp> {
  const session = await context.newCDPSession(page)
  const registrationId = await registrationOf(session)
  await inWorker(context, prepared)
  const origin = new URL(page.url()).origin
  return {
    page,
    async push(data) {
      const text = typeof data === 'string' ? data : JSON.stringify(data)
      const before = await inWorker<number>(context, 'self.pushesTaken')
      await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: text })
      await untilTrue('the push is dealt with', async () => {
        return (await inWorker<number>(context, 'self.pushesTaken')) > before
      })
    },
    notes: () => inWorker(context, notesShown),
    told: () => inWorker(context, 'self.told'),
    badge: () => inWorker(context, 'self.badge'),
    async sync(tag) {
      await session.send('ServiceWorker.dispatchSyncEvent', {
        origin,
        registrationId,
        tag,
        lastChance: false,
      })
    },
    touch: (tag, action = '', times = 1) =>
      inWorker(context, `(${touched})(${JSON.stringify(tag)}, ${JSON.stringify(action)}, ${times})`),
    opened: () => inWorker(context, 'self.opened'),
    windows: () =>
      inWorker(context, `self.clients.matchAll({ type: 'window' }).then(({ length }) => length)`),
  }
}

/** What the browser has against installing what this page is of. */
export async function installFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { errors } = await session.send('Page.getAppManifest')
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  return [...errors.map(({ message }) => message), ...installabilityErrors.map(({ errorId }) => errorId)]
}

// Windows are only noted down, and pushes counted when all that follows from them is done.
const prepared = `
  self.opened = []
  self.clients.openWindow = async (path) => { self.opened.push(path); return null }
  self.told = []
  const { showNotification } = ServiceWorkerRegistration.prototype
  ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
    self.told.push({ title, body: options?.body ?? '' })
    return showNotification.call(this, title, options)
  }
  navigator.setAppBadge = async (count) => { self.badge = count }
  self.pushesTaken = 0
  const { waitUntil } = ExtendableEvent.prototype
  ExtendableEvent.prototype.waitUntil = function (work) {
    if (this instanceof PushEvent) Promise.resolve(work).finally(() => self.pushesTaken++)
    return waitUntil.call(this, work)
  }
  undefined
`

const notesShown = `self.registration.getNotifications().then((notes) => notes.map(({ title, body, tag, actions }) => ({
  title, body, tag, actions: actions.map(({ title }) => title)
})))`

const touched = `async (tag, action, times) => {
  const [notification] = await self.registration.getNotifications({ tag })
  if (!notification) throw new Error('there is no notification ' + tag)
  for (let time = 0; time < times; time++) {
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action }))
  }
}`

async function registrationOf(session: CDPSession): Promise<string> {
  let found = ''
  session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    found = registrations.find(({ isDeleted }) => !isDeleted)?.registrationId ?? found
  })
  await session.send('ServiceWorker.enable')
  await untilTrue('the worker is registered', () => found !== '')
  return found
}

function inWorker<T>(context: BrowserContext, script: string): Promise<T> {
  const worker = context.serviceWorkers().at(-1) as Worker | undefined
  if (!worker) throw new Error('there is no worker')
  return worker.evaluate(script) as Promise<T>
}
