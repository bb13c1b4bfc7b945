import type { PushDesk } from '../../edge/domain/wire.ts'
import { subscribeAt } from '../platform/push-subscription.ts'
import { request } from '../platform/request.ts'

declare const self: ServiceWorkerGlobalScope

/**
 * The browser gave up what it was subscribed with, as some do now and then: another subscription takes its place. What
 * cannot be done now is done by the app when it is opened next (`settle` in pwa/operator/push/notifications.ts).
 */
export async function renewPush(): Promise<void> {
  await renew().catch(() => {})
}

async function renew(): Promise<void> {
  const { devices } = await request<PushDesk>('GET', '/api/push/devices')
  const before = devices.find(({ isThis }) => isThis)
  // Whoever is signed in here never turned them on, or has turned them off.
  if (!before) return
  const { publicKey } = await request<{ publicKey: string }>('GET', '/api/push/key')
  const { name, platform, lang } = before
  const keys = await subscribeAt(self.registration, publicKey)
  await request('PUT', '/api/push/subscriptions', { ...keys, name, platform, lang })
  // It has to prove itself anew.
  await request('POST', '/api/push/canary', {})
}
