import { openOfferOf } from '../store/jobs.ts'
import { changeOperator, deleteSession } from '../store/operators.ts'
import type { OperatorContext } from './context.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'
import { turnDown } from './turn-down.ts'

/** Ends the session and goes Offline: nobody is there to answer a ring. */
export async function signOut(context: OperatorContext, tokenHash: string): Promise<void> {
  await perform({ ...context, key: null }, async (work) => {
    await deleteSession(work, tokenHash)
    await changeOperator(work, context.me.id, { status: 'offline' })
    await work.record('operator.status-changed', null, { operatorId: context.me.id, status: 'offline' })
    const offer = await openOfferOf(work, context.me.id)
    if (!offer) return
    await turnDown(work, offer, 'job.declined')
    await offerJobs(work)
  })
}
