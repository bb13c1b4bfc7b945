import { notFound, Refusal } from '../domain/refusal.ts'
import { jobById, wasOffered } from '../store/jobs.ts'
import type { OperatorContext } from './context.ts'
import { offerJobs } from './offer-jobs.ts'
import { perform } from './perform.ts'
import { turnDown } from './turn-down.ts'

/** The red button on a ringing job: it goes on to the next operator. */
export async function declineJob(context: OperatorContext, jobId: string): Promise<void> {
  await perform(context, async (work) => {
    const { id, name } = context.me
    const job = await jobById(work, jobId)
    if (!job || !(await wasOffered(work, job.id, id))) throw notFound('job')
    const offer = { jobId: job.id, conversationId: job.conversationId, operatorId: id, operatorName: name }
    if (!(await turnDown(work, offer, 'job.declined'))) {
      throw new Refusal('wrong-state', 'This job no longer rings for you.')
    }
    await offerJobs(work)
  })
}
