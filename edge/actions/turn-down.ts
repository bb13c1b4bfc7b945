import type { ConversationId, JobId, OperatorId } from '../domain/ids.ts'
import { advance } from '../store/advance.ts'
import { endOffer } from '../store/jobs.ts'
import type { Work } from './context.ts'
import { withdrawRing } from './order-push.ts'

interface Turned {
  jobId: JobId
  conversationId: ConversationId
  operatorId: OperatorId
  operatorName: string
}

/** The operator's offer ends without them, and the job waits again. `false`: it does not ring for them. */
export async function turnDown(
  work: Work,
  offer: Turned,
  why: 'job.declined' | 'offer.lapsed',
): Promise<boolean> {
  const { jobId, conversationId, operatorId, operatorName } = offer
  const state = why === 'job.declined' ? 'declined' : 'lapsed'
  if (!(await endOffer(work, jobId, operatorId, state, work.now))) return false
  await advance(work, 'jobs', jobId, why)
  await advance(work, 'conversations', conversationId, why)
  await withdrawRing(work, { jobId, operatorId })
  await work.record(why, conversationId, { jobId, operatorId, operatorName })
  return true
}
