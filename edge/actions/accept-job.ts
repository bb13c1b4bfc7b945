import type { CallId, ConversationId, JobId } from '../domain/ids.ts'
import { notFound, Refusal } from '../domain/refusal.ts'
import { advance } from '../store/advance.ts'
import { insertCall } from '../store/calls.ts'
import { endOffer, type Job, jobById, wasOffered } from '../store/jobs.ts'
import type { OperatorContext, Work } from './context.ts'
import { withdrawRing } from './order-push.ts'
import { perform } from './perform.ts'

/**
 * The green button: the operator takes the job, and the call that its link asked for is live.
 * Two operators may press it together. The WHERE decides; the loser gets "already-taken"
 * with the winner's name in `details.by`.
 */
export async function acceptJob(context: OperatorContext, jobId: string): Promise<ConversationId> {
  return perform(context, async (work) => {
    const job = await jobById(work, jobId)
    if (!job || !(await wasOffered(work, job.id, context.me.id))) throw notFound('job')
    const taken = await endOffer(work, job.id, context.me.id, 'accepted', work.now)
    if (!taken) throw tooLate(job)
    await withdrawRing(work, { jobId: job.id, operatorId: context.me.id })
    await take(work, job, context.me)
    return job.conversationId
  })
}

async function take(work: Work, job: Job, me: OperatorContext['me']): Promise<void> {
  await advance(work, 'jobs', job.id, 'job.accepted', { accepted_by: me.id, accepted_at: work.now })
  await advance(work, 'conversations', job.conversationId, 'job.accepted', {
    operator_id: me.id,
    accepted_at: work.now,
  })
  await work.record('job.accepted', job.conversationId, {
    jobId: job.id as JobId,
    operatorId: me.id,
    operatorName: me.name,
  })
  const callId = work.newId() as CallId
  const call = {
    id: callId,
    conversationId: job.conversationId,
    placedBy: 'customer',
    state: 'live',
  } as const
  // After a transfer a call may still be live; it is ended with the transfer, so this one is new.
  if (await insertCall(work, call, work.now))
    await work.record('call.answered', job.conversationId, { callId })
}

function tooLate(job: Job & { acceptedBy: string | null }): Refusal {
  if (job.acceptedBy !== null) {
    return new Refusal('already-taken', `${job.acceptedBy} has taken this job.`, { by: job.acceptedBy })
  }
  return new Refusal('wrong-state', 'This job no longer rings for you.')
}
