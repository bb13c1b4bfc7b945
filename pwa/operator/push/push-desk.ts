// What the edge knows of an operator's notifications: the settings, and the devices.

import { type Accessor, onCleanup } from 'solid-js'
import { createStore, reconcile, unwrap } from 'solid-js/store'
import type { PushSubscriptionBody } from '../../../edge/domain/push-device.ts'
import type { PushSettings } from '../../../edge/domain/push-settings.ts'
import type { PushDesk, PushDeviceRow } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'

export interface DeskOfPushes {
  desk: Accessor<PushDesk | null>
  thisDevice(): PushDeviceRow | undefined
  load(): Promise<void>
  handIn(body: PushSubscriptionBody): Promise<void>
  /** A visible test push to this device. */
  test(): Promise<void>
  enable(device: PushDeviceRow, enabled: boolean): Promise<void>
  /** Another device is signed out; of this one the notifications alone go. */
  revoke(device: PushDeviceRow): Promise<void>
  save(change: Partial<PushSettings>): Promise<void>
}

const lookMs = 2_000

export function createPushDesk(): DeskOfPushes {
  const [kept, setKept] = createStore<{ desk: PushDesk | null }>({ desk: null })
  let look: ReturnType<typeof setTimeout> | undefined
  let saved: Promise<unknown> = Promise.resolve()
  onCleanup(() => clearTimeout(look))

  /** While a test push is on its way, its end is looked for. */
  async function show(answer: Promise<PushDesk>) {
    const next = await answer
    setKept('desk', reconcile(next, { key: 'id' }))
    clearTimeout(look)
    if (next.devices.some(({ canary }) => canary === 'pending'))
      look = setTimeout(() => void load().catch(() => {}), lookMs)
  }

  const load = () => show(request<PushDesk>('GET', '/api/push/devices'))

  /** A box that was ticked is ticked at once; if the edge does not take it, what it has is shown again. */
  async function orAsBefore<T>(answer: Promise<T>): Promise<T> {
    return answer.catch(async (error) => {
      await load().catch(() => {})
      throw error
    })
  }

  return {
    desk: () => kept.desk,
    thisDevice: () => kept.desk?.devices.find(({ isThis }) => isThis),
    load,
    handIn: (body) => show(request<PushDesk>('PUT', '/api/push/subscriptions', body)),
    test: () => show(request<PushDesk>('POST', '/api/push/canary', {})),
    revoke: ({ id }) => show(request<PushDesk>('DELETE', `/api/push/devices/${id}`)),
    async enable({ id }, enabled) {
      setKept('desk', 'devices', (device) => device.id === id, 'enabled', enabled)
      await orAsBefore(show(request<PushDesk>('PATCH', `/api/push/devices/${id}`, { enabled })))
    },
    async save(change) {
      setKept('desk', 'settings', change)
      // One after the other: the last one is what counts.
      const send = () => request('PUT', '/api/push/settings', unwrap(kept.desk?.settings))
      saved = saved.then(send, send)
      await orAsBefore(saved)
    },
  }
}
