// A browser hands in what it subscribed with, again and again: keys change, permissions go and come.

import { isCurvePoint } from '../domain/curve-point.ts'
import type { PushDeviceId } from '../domain/ids.ts'
import type { PushSubscriptionBody } from '../domain/push-device.ts'
import { mayPushTo } from '../domain/push-host.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  deleteDevicesAt,
  deviceOfSession,
  insertDevice,
  type PushDevice,
  touchDevice,
} from '../store/push-devices.ts'
import type { OperatorContext } from './context.ts'
import { perform } from './perform.ts'

/**
 * This session's device. Refuses with "invalid-input" an endpoint that is no push service we know, and keys that are
 * none. Another subscription of the same browser takes the place of the one before, and has to prove itself anew.
 */
export async function savePushDevice(
  context: OperatorContext,
  sessionHash: string,
  subscription: PushSubscriptionBody,
): Promise<void> {
  if (!mayPushTo(subscription.endpoint, context.pushAllowedHosts)) throw refused('endpoint')
  if (!isCurvePoint(subscription.p256dh)) throw refused('p256dh')
  await perform(context, async (work) => {
    const kept = await deviceOfSession(work, sessionHash)
    if (kept && isSame(kept, subscription)) return touchDevice(work, kept.id, subscription, work.now)
    await deleteDevicesAt(work, { sessionHash, endpoint: subscription.endpoint })
    const id = work.newId() as PushDeviceId
    await insertDevice(work, { id, operatorId: context.me.id, sessionHash, ...subscription }, work.now)
  })
}

function isSame(kept: PushDevice, { endpoint, p256dh, auth }: PushSubscriptionBody): boolean {
  return kept.endpoint === endpoint && kept.p256dh === p256dh && kept.auth === auth
}

function refused(field: 'endpoint' | 'p256dh'): Refusal {
  const words = {
    endpoint: 'Notifications cannot be sent to this address.',
    p256dh: 'This is not a browser’s key.',
  }
  return new Refusal('invalid-input', words[field], { field })
}
