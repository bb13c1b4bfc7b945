// Notifications as a page may find them, without a push service and without waiting for one: to be looked at.

import type { Page } from 'playwright-core'
import type { PushDeviceId } from '../../edge/domain/ids.ts'
import { defaultPushSettings } from '../../edge/domain/push-settings.ts'
import type { PushDesk, PushDeviceRow } from '../../edge/domain/wire.ts'

export interface PushScenery {
  permission?: 'granted' | 'denied'
  /** Whom the operator who is signed in has turned them on as. */
  wantedBy?: string
  /** The browser's push service does not answer. */
  isCut?: true
}

const now = Date.now()
export const laptop: PushDeviceRow = {
  ...{
    id: 'laptop' as PushDeviceId,
    name: 'Chrome · Windows',
    platform: 'windows',
    lang: 'en',
    isThis: true,
  },
  ...{ enabled: true, canary: 'confirmed', problem: null, confirmedAt: now, seenAt: now },
}
export const lostPhone: PushDeviceRow = {
  ...{
    id: 'phone' as PushDeviceId,
    name: 'Samsung Internet · Android',
    platform: 'android',
    lang: 'en',
    isThis: false,
  },
  ...{ enabled: true, canary: 'failed', problem: null, confirmedAt: null, seenAt: now - 26 * 3_600_000 },
}

/** Loads the page again with the edge's answers and the browser's as they are given. */
export async function setPushScenery(page: Page, scenery: PushScenery, desk: Partial<PushDesk> = {}) {
  const json = { devices: [lostPhone], settings: defaultPushSettings, ...desk }
  await page.unroute(pushRoutes)
  await page.route(pushRoutes, (route) =>
    route.fulfill({ json: route.request().url().endsWith('/key') ? { publicKey: 'AAAA' } : json }),
  )
  await page.evaluate(`localStorage.setItem('scenery', ${JSON.stringify(JSON.stringify(scenery))})`)
  await page.evaluate(
    `localStorage.setItem('visavis.notifications-for', ${JSON.stringify(JSON.stringify(scenery.wantedBy ?? null))})`,
  )
  await page.reload()
}

const pushRoutes = '**/api/push/*'

/** Runs in the page before its own scripts. */
export const pushStage = `(() => {
  if (!globalThis.Notification || location.protocol === 'about:') return
  const { permission = 'default', isCut } = JSON.parse(localStorage.getItem('scenery') ?? '{}')
  Object.defineProperty(Notification, 'permission', { value: permission })
  Notification.requestPermission = async () => permission
  const subscription = { toJSON: () => ({ endpoint: 'https://push.example.org/1', keys: {} }), options: {} }
  const subscribe = async () => {
    if (isCut) throw new DOMException('cut off', 'AbortError')
    return subscription
  }
  const pushManager = { subscribe, getSubscription: async () => null }
  Object.defineProperty(navigator.serviceWorker, 'ready', { value: Promise.resolve({ pushManager }) })
})()`
