import type { OperatorStatus } from '../domain/job.ts'
import { quietCanaryMs } from '../domain/push-device.ts'
import { isQuiet } from '../domain/push-settings.ts'
import { openOfferOf } from '../store/jobs.ts'
import { changeOperator, operatorById } from '../store/operators.ts'
import { devicesOf } from '../store/push-devices.ts'
import { pushSettingsOf } from '../store/push-settings.ts'
import { orderCanary } from './ask-canary.ts'
import type { OperatorContext, Work } from './context.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'
import { turnDown } from './turn-down.ts'

/**
 * Online, Busy, Be right back or Offline. Who goes away while a job rings turns it down. Who comes back is offered
 * whatever waits, also what they turned down before: coming back says that they want it now.
 */
export async function changeStatus(context: OperatorContext, status: OperatorStatus): Promise<void> {
  await perform(context, async (work) => {
    const before = (await operatorById(work, context.me.id))?.status
    const isBack = status === 'online' && before !== 'online'
    await changeOperator(work, context.me.id, { status, ...(isBack && { online_since: work.now }) })
    await work.record('operator.status-changed', null, { operatorId: context.me.id, status })
    const offer = status === 'online' ? null : await openOfferOf(work, context.me.id)
    if (offer) await turnDown(work, offer, 'job.declined')
    await offerJobs(work)
    if (isBack) await tryDevices(work, context, before === 'offline')
  })
}

/** Who begins to work sees a test push on each device; who was only away, where none was seen for a while. */
async function tryDevices(work: Work, { me, secret }: OperatorContext, isBeginning: boolean): Promise<void> {
  const settings = await pushSettingsOf(work, me.id)
  if (isQuiet(settings.quiet, work.now) || !(settings.jobs || settings.messages)) return
  for (const { id, enabled, confirmedAt } of await devicesOf(work, me.id)) {
    const isProven = confirmedAt !== null && work.now - confirmedAt < quietCanaryMs.confirmed
    if (enabled && (isBeginning || !isProven)) await orderCanary(work, secret, id)
  }
}
