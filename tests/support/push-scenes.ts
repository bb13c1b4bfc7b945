// Devices brought to where a test begins: a browser subscribed at the push service of the tests, and proven or not.

import webPush from 'web-push'
import { deliverPush, takeDuePushes } from '../../edge/actions/deliver-push.ts'
import type { PushDesk, PushDeviceRow } from '../../edge/domain/wire.ts'
import { createWebPush } from '../../edge/gateways/web-push.ts'
import { strangerContext } from '../../edge/routes/edge.ts'
import type { Caller } from './caller.ts'
import { type PushService, type Subscription, startPushService } from './fake-push.ts'
import { type TestEdge, withEdge } from './house.ts'
import { done } from './scenes.ts'

const vapid = webPush.generateVAPIDKeys()

export interface PushHouse extends TestEdge {
  service: PushService
  /** One round of the courier; resolves when each push has its outcome written down. */
  deliver(): Promise<void>
}

/** An edge, and a push service that decrypts what it sends. */
export async function withPush(work: (house: PushHouse) => Promise<void>, timeoutMs = 20_000): Promise<void> {
  const service = await startPushService()
  try {
    await withEdge(
      async (house) => {
        const { log } = house.edge
        const gateway = createWebPush({
          vapid,
          subject: 'mailto:a@example.org',
          log,
          fetch: service.fetch,
          timeoutMs,
        })
        const courier = strangerContext(house.edge, { kind: 'edge' })
        const deliver = async () => {
          const pushes = await takeDuePushes(courier)
          await Promise.all(pushes.map((push) => deliverPush(courier, gateway, push)))
        }
        await work({ ...house, service, deliver })
      },
      { pushPublicKey: vapid.publicKey },
    )
  } finally {
    await service.close()
  }
}

export interface Device extends Subscription {
  id: string
}

export const asked = ({ endpoint, p256dh, auth }: Subscription, over: object = {}) => ({
  ...{ endpoint, p256dh, auth },
  ...{ name: 'Chrome on Linux', platform: 'linux', lang: 'en', ...over },
})

/** A browser of this operator's lets itself be told of things. */
export async function subscribed(house: PushHouse, browser: Caller, over: object = {}): Promise<Device> {
  const subscription = await house.service.subscribe(vapid.publicKey)
  const desk = done(await browser.call<PushDesk>('PUT', '/api/push/subscriptions', asked(subscription, over)))
  return { ...subscription, id: desk.devices.find(({ isThis }) => isThis)?.id ?? '' }
}

/** The same, and a test push was seen to arrive. */
export async function proven(house: PushHouse, browser: Caller, over: object = {}): Promise<Device> {
  const device = await subscribed(house, browser, over)
  done(await browser.post('/api/push/canary'))
  await house.deliver()
  await confirm(house, device)
  return device
}

/** As the device's worker does, with what it was given last. */
export async function confirm(house: PushHouse, device: Device) {
  const token = house.service.notices(device).at(-1)?.canary
  return house.stranger().post('/api/push/canary/confirm', { token })
}

export async function deviceRow(browser: Caller, { id }: Pick<Device, 'id'>): Promise<PushDeviceRow> {
  const { devices } = done(await browser.get<PushDesk>('/api/push/devices'))
  const found = devices.find((device) => device.id === id)
  if (!found) throw new Error('there is no such device')
  return found
}
