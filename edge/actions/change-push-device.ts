import { notFound } from '../domain/refusal.ts'
import { revokeSession } from '../store/operators.ts'
import { deleteDevice, deviceById, enableDevice, type PushDevice } from '../store/push-devices.ts'
import type { OperatorContext, Work } from './context.ts'
import { perform } from './perform.ts'

/** Whether notifications go to this device of mine. */
export async function changePushDevice(
  context: OperatorContext,
  id: string,
  enabled: boolean,
): Promise<void> {
  await perform(context, async (work) => {
    await enableDevice(work, (await mine(work, context, id)).id, enabled)
  })
}

/** Ends another device's session, and with it what it is told; of the device that asks, the notifications alone. */
export async function revokePushDevice(
  context: OperatorContext,
  id: string,
  sessionHash: string,
): Promise<void> {
  await perform(context, async (work) => {
    const device = await mine(work, context, id)
    if (device.sessionHash === sessionHash) await deleteDevice(work, device.id)
    else await revokeSession(work, device.sessionHash, work.now)
  })
}

async function mine(work: Work, { me }: OperatorContext, id: string): Promise<PushDevice> {
  const device = await deviceById(work, id)
  if (device?.operatorId !== me.id) throw notFound('device')
  return device
}
