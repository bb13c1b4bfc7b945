import type { OperatorStatus } from '../domain/job.ts'
import { openOfferOf } from '../store/jobs.ts'
import { changeOperator, operatorById } from '../store/operators.ts'
import type { OperatorContext } from './context.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'
import { turnDown } from './turn-down.ts'

/**
 * Online, Busy, Be right back or Offline. Who goes away while a job rings turns it down. Who comes back is offered
 * whatever waits, also what they turned down before: coming back says that they want it now.
 */
export async function changeStatus(context: OperatorContext, status: OperatorStatus): Promise<void> {
  await perform(context, async (work) => {
    const isBack = status === 'online' && (await operatorById(work, context.me.id))?.status !== 'online'
    await changeOperator(work, context.me.id, { status, ...(isBack && { online_since: work.now }) })
    await work.record('operator.status-changed', null, { operatorId: context.me.id, status })
    const offer = status === 'online' ? null : await openOfferOf(work, context.me.id)
    if (offer) await turnDown(work, offer, 'job.declined')
    await offerJobs(work)
  })
}
