import type { ConversationId, JobId, OfferId, OperatorId } from '../domain/ids.ts'
import { insertJob, insertPassedOver } from '../store/jobs.ts'
import type { Work } from './context.ts'
import { offerJobs } from './offer-jobs.ts'

/** The customer waits for an operator, from now on; `passOver` has just let go of them and is not asked first. */
export async function beginJob(
  work: Work,
  conversationId: ConversationId,
  passOver: OperatorId | null = null,
): Promise<void> {
  const jobId = work.newId() as JobId
  await insertJob(work, { id: jobId, conversationId }, work.now)
  if (passOver !== null) {
    await insertPassedOver(work, { id: work.newId() as OfferId, jobId, operatorId: passOver }, work.now)
  }
  await offerJobs(work)
}
