// Dispatch: who is asked to take which waiting customer. It runs inside the transaction of
// whatever made a difference (somebody waits, somebody is free), so no instance can disagree.

import type { OfferId } from '../domain/ids.ts'
import { chooseOperator, coolDownMs, offerMs } from '../domain/job.ts'
import { advance } from '../store/advance.ts'
import {
  eligibleOperators,
  type FreeOperator,
  freeOperators,
  insertOffer,
  type WaitingJob,
  waitingJobs,
} from '../store/jobs.ts'
import type { Work } from './context.ts'

const atOnce = 200

/** Offers every waiting job, oldest first, for which an operator is free. */
export async function offerJobs(work: Work): Promise<void> {
  const free = await freeOperators(work)
  if (free.every((operator) => operator.load >= operator.limit)) return
  for (const job of await waitingJobs(work, atOnce)) {
    const eligible = await eligibleOperators(work, job, work.now - coolDownMs)
    const candidates = free.filter((operator) => eligible.has(operator.operatorId))
    const chosen = chooseOperator(candidates, job.preferred)
    if (!chosen) continue
    await offerJob(work, job, chosen)
    free.splice(free.indexOf(chosen), 1)
    if (free.length === 0) return
  }
}

async function offerJob(work: Work, job: WaitingJob, operator: FreeOperator): Promise<void> {
  const expiresAt = work.now + offerMs
  await insertOffer(
    work,
    { id: work.newId() as OfferId, jobId: job.id, operatorId: operator.operatorId, expiresAt },
    work.now,
  )
  await advance(work, 'jobs', job.id, 'job.offered')
  await advance(work, 'conversations', job.conversationId, 'job.offered')
  await work.record(
    'job.offered',
    job.conversationId,
    { jobId: job.id, operatorId: operator.operatorId, operatorName: operator.name, expiresAt },
    { kind: 'edge' },
  )
}
