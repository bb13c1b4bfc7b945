// The canary: a push that proves that pushes arrive. That a push service takes one proves nothing.

import type { PushDeviceId } from '../domain/ids.ts'
import { notFound } from '../domain/refusal.ts'
import { canaryToken, hashToken } from '../domain/secrets.ts'
import { beginCanary, confirmCanary, deviceOfSession } from '../store/push-devices.ts'
import type { Context, OperatorContext, Work } from './context.ts'
import { orderPush } from './order-push.ts'
import { perform } from './perform.ts'

/** A visible test push to the device that asks. */
export async function askCanary(context: OperatorContext, sessionHash: string): Promise<void> {
  await perform(context, async (work) => {
    const device = await deviceOfSession(work, sessionHash)
    if (!device) throw notFound('device')
    await orderCanary(work, context.secret, device.id)
  })
}

/** `quiet` for one that nobody asked for. The courier derives the token again; only its hash is kept. */
export async function orderCanary(
  work: Work,
  secret: string,
  id: PushDeviceId,
  quiet = false,
): Promise<void> {
  const pushId = work.newId()
  const hash = await hashToken(await canaryToken(secret, pushId))
  await beginCanary(work, id, { hash, quiet }, work.now)
  await orderPush(work, { id }, { id: pushId, kind: 'test', subject: 'test', quiet })
}

/** The device received it. Whoever has the token is the device: its worker may not be signed in any more. */
export async function confirmArrival(context: Context, token: string): Promise<void> {
  await perform(context, async (work) => {
    if (!(await confirmCanary(work, await hashToken(token), work.now))) throw notFound('test push')
  })
}
