// Orders for the push courier, written in the transaction of what they tell of.

import type { JobId, OperatorId } from '../domain/ids.ts'
import { listeningMs } from '../domain/push-device.ts'
import { showsEveryPush } from '../domain/push-host.ts'
import { type NoticeKind, noticeSeconds } from '../domain/push-notice.ts'
import { isQuiet, type PushSettings } from '../domain/push-settings.ts'
import type { Conversation } from '../store/conversations.ts'
import { isAwayWithDevice } from '../store/operators.ts'
import { devicesOf, type PushDevice } from '../store/push-devices.ts'
import { pushSettingsOf } from '../store/push-settings.ts'
import { devicesToldOf, dropQueued, insertPush, isQueued } from '../store/pushes.ts'
import type { Work } from './context.ts'
import type { Seat } from './seat.ts'

interface Ring {
  jobId: JobId
  operatorId: OperatorId
}

/** It rings for the operator: their devices are told, for as long as it rings. */
export async function pushRing(work: Work, { jobId, operatorId, expiresAt }: Ring & { expiresAt: number }) {
  for (const device of await devicesFor(work, operatorId, 'jobs'))
    await orderPush(work, device, { kind: 'job', subject: jobId, expiresAt })
}

/** It rings no more, whoever took it: what was shown is taken off the screens, what was not sent is dropped. */
export async function withdrawRing(work: Work, { jobId, operatorId }: Ring): Promise<void> {
  await dropQueued(work, jobId, operatorId, work.now)
  for (const { deviceId, endpoint } of await devicesToldOf(work, jobId, operatorId)) {
    // Where every push must show itself, a withdrawal would be one more; the ring's own short life ends it there.
    if (!showsEveryPush(endpoint))
      await orderPush(work, { id: deviceId }, { kind: 'withdraw', subject: jobId })
  }
}

/** Whether a customer writes to an operator none of whose pages is open, but who has a device. */
export async function isToBeToldAway(work: Work, { side, conversationId }: Seat): Promise<boolean> {
  return side === 'customer' && isAwayWithDevice(work, conversationId, work.now - listeningMs)
}

/** Their devices are told. Several messages in a row are one notification. */
export async function tellAway(work: Work, { id, operatorId }: Conversation): Promise<void> {
  if (!operatorId) return
  for (const device of await devicesFor(work, operatorId, 'messages')) {
    if (!(await isQueued(work, device.id, id)))
      await orderPush(work, device, { kind: 'message', subject: id })
  }
}

/** Where the operator wants to be told of this, now. */
async function devicesFor(
  work: Work,
  operatorId: OperatorId,
  what: keyof Pick<PushSettings, 'jobs' | 'messages'>,
): Promise<PushDevice[]> {
  const devices = (await devicesOf(work, operatorId)).filter((device) => device.enabled)
  if (devices.length === 0) return []
  const settings = await pushSettingsOf(work, operatorId)
  return settings[what] && !isQuiet(settings.quiet, work.now) ? devices : []
}

interface Order {
  id?: string
  kind: NoticeKind
  subject: string
  quiet?: boolean
  expiresAt?: number
}

export function orderPush(work: Work, device: Pick<PushDevice, 'id'>, order: Order): Promise<void> {
  const { id = work.newId(), kind, subject, quiet = false } = order
  const expiresAt = order.expiresAt ?? work.now + noticeSeconds[kind] * 1_000
  return insertPush(work, { id, deviceId: device.id, kind, subject, quiet, expiresAt }, work.now)
}
