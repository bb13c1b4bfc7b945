// This browser's notifications: how they stand, and the steps that a person can take. Shared by the settings and by
// whatever tells that they do not arrive.

import { type Accessor, createContext, createSignal, useContext } from 'solid-js'
import { deviceName, platformOf } from '../../platform/device-name.ts'
import { keep, readKept } from '../../platform/kept.ts'
import { createPushPermission, mayNotify, pushSupport } from '../../platform/push-permission.ts'
import {
  type PushKeys,
  PushTimeOut,
  subscribe,
  unsubscribe,
  watchWorker,
} from '../../platform/push-subscription.ts'
import { request } from '../../platform/request.ts'
import { type NotificationState, notificationState, type Standing } from './notification-state.ts'
import { createPushDesk, type DeskOfPushes } from './push-desk.ts'

export interface Notifications extends Omit<DeskOfPushes, 'handIn' | 'thisDevice'> {
  state: Accessor<NotificationState>
  permission: Accessor<NotificationPermission>
  /** This operator turned them on in this browser, and not off again. */
  isWanted: Accessor<boolean>
  /** Begins with the question for the permission, so a touch has to call it. */
  turnOn(): Promise<void>
  turnOff(): Promise<void>
  /** Brings the edge and this browser together: keys change, permissions are taken back, sessions end. */
  settle(): Promise<void>
}

// A browser stays subscribed when somebody else signs in on it, and they did not ask for it.
const wantedBy = 'visavis.notifications-for'

export function createNotifications(me: string, language: Accessor<'en' | 'tr'>): Notifications {
  const { handIn, thisDevice, ...pushes } = createPushDesk()
  const permission = createPushPermission()
  const [isWanted, setWanted] = createSignal(readKept<string>(wantedBy) === me)
  const [step, setStep] = createSignal<Standing['step']>(null)
  const [isServed, setServed] = createSignal(true)
  const support = pushSupport()
  if (support === 'ready') watchWorker(setServed)

  function want(wanted: boolean) {
    setWanted(wanted)
    keep(wantedBy, wanted ? me : null)
  }

  async function turnOn() {
    setStep('asking')
    try {
      if (await mayNotify()) {
        await begin()
        const device = thisDevice()
        if (device && !device.enabled) await pushes.enable(device, true)
        await pushes.test()
      }
      setStep(null)
    } catch (error) {
      setStep(isNoAnswer(error) ? 'no-answer' : null)
      if (!isNoAnswer(error)) throw error
    }
  }

  async function begin() {
    const { publicKey } = await request<{ publicKey: string }>('GET', '/api/push/key')
    await tellEdge(await subscribe(publicKey))
    want(true)
  }

  function tellEdge(keys: PushKeys) {
    const facts = { name: deviceName(navigator), platform: platformOf(navigator), lang: language() }
    return handIn({ ...keys, ...facts })
  }

  return {
    ...pushes,
    state: () =>
      notificationState({
        ...{ support, hasWorker: isServed(), permission: permission() },
        ...{ step: step(), isWanted: isWanted(), device: thisDevice() },
      }),
    permission,
    isWanted,
    turnOn,
    async turnOff() {
      want(false)
      const device = thisDevice()
      if (device) await pushes.revoke(device)
      await unsubscribe().catch(() => {})
    },
    async settle() {
      if (support === 'ready' && isWanted() && permission() === 'granted')
        return begin().catch(() => pushes.load())
      await pushes.load()
      const device = thisDevice()
      if (device && permission() !== 'granted') await pushes.revoke(device)
    },
  }
}

// Without its cloud Chromium either hangs or says AbortError.
function isNoAnswer(error: unknown): boolean {
  return error instanceof PushTimeOut || (error instanceof DOMException && error.name === 'AbortError')
}

export const NotificationsContext = createContext<Notifications>()

export function useNotifications(): Notifications {
  const found = useContext(NotificationsContext)
  if (!found) throw new Error('useNotifications() stands outside of its provider')
  return found
}
