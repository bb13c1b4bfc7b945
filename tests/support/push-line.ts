// A browser with a push service behind it. Chromium's own is in the cloud: here the browser's answers come from the test,
// with keys as real as its own would be, and what the house sends is decrypted with them and handed to the real worker.

import type { BrowserContext } from 'playwright-core'
import { type PushService, startPushService } from './fake-push.ts'
import type { InstalledApp } from './installed-app.ts'

/** What a house has to be started with to push to it. */
export const pushLineEnvironment = { PUSH_ALLOWED_HOSTS: 'push.example.org' }

export interface PushLine {
  service: PushService
  /** Pages of this browser subscribe here from now on. */
  serve(context: BrowserContext): Promise<void>
  /** What is sent arrives at this device from now on. */
  deliverTo(app: InstalledApp): void
  /** Pushes are taken, and never arrive. */
  swallow(): void
  /** The browser gives up what it is subscribed with, and says so to the worker. */
  giveUp(context: BrowserContext): Promise<void>
  end(): Promise<void>
}

/** For a house in this process. */
export async function openPushLine(): Promise<PushLine> {
  const service = await startPushService()
  const around = globalThis.fetch
  globalThis.fetch = (input, init) =>
    String(input).startsWith('https://push.example.org/') ? service.fetch(input, init) : around(input, init)
  const swallow = () => {
    service.onPush = null
  }
  return {
    service,
    swallow,
    async serve(context) {
      await context.exposeFunction('subscribeAtTest', (key: string) => service.subscribe(key))
      await context.addInitScript(subscribing)
    },
    deliverTo(app) {
      service.onPush = (step, text) => {
        if (step === 'decrypted') void app.push(text).catch(() => {})
      }
    },
    async giveUp(context) {
      const worker = context.serviceWorkers().at(-1)
      const key = await worker?.evaluate(`fetch('/api/push/key').then((answer) => answer.json())`)
      const made = await service.subscribe((key as { publicKey: string }).publicKey)
      await worker?.evaluate(`${givenUp}(${JSON.stringify(made)})`)
    },
    async end() {
      globalThis.fetch = around
      await service.close()
    },
  }
}

const subscriptionOf = `({ endpoint, p256dh, auth }) => ({
  options: {},
  toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
  unsubscribe: async () => { globalThis.localStorage?.removeItem('subscription'); return true },
})`

// As in a browser, what is subscribed outlives the page, and goes with the permission.
const subscribing = `(() => {
  if (!globalThis.PushManager) return
  const made = ${subscriptionOf}
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    if (Notification.permission !== 'granted') throw new DOMException('not granted', 'NotAllowedError')
    const key = btoa(String.fromCharCode(...applicationServerKey)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    const subscription = await subscribeAtTest(key)
    localStorage.setItem('subscription', JSON.stringify(subscription))
    return made(subscription)
  }
  PushManager.prototype.getSubscription = async () => {
    if (Notification.permission !== 'granted') localStorage.removeItem('subscription')
    const kept = JSON.parse(localStorage.getItem('subscription'))
    return kept && made(kept)
  }
})()`

const givenUp = `((next) => {
  const made = ${subscriptionOf}
  PushManager.prototype.getSubscription = async () => null
  PushManager.prototype.subscribe = async () => made(next)
  self.dispatchEvent(new ExtendableEvent('pushsubscriptionchange'))
})`
