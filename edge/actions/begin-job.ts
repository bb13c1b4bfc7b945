import type { ConversationId, JobId } from '../domain/ids.ts'
import { insertJob } from '../store/jobs.ts'
import type { Work } from './context.ts'
import { offerJobs } from './offer-jobs.ts'

/** The customer waits for an operator, from now on. */
export async function beginJob(work: Work, conversationId: ConversationId): Promise<void> {
  await insertJob(work, { id: work.newId() as JobId, conversationId }, work.now)
  await offerJobs(work)
}
