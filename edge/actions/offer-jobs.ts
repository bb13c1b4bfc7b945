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
  oldestJobFor,
  type WaitingJob,
} from '../store/jobs.ts'
import type { Work } from './context.ts'

/** Offers waiting jobs, oldest first, until no operator is free for any of them. */
export async function offerJobs(work: Work): Promise<void> {
  const since = work.now - coolDownMs
  let free = (await freeOperators(work)).filter((operator) => operator.load < operator.limit)
  while (free.length > 0 && work.hasTime()) {
    const ids = free.map((operator) => operator.operatorId)
    const job = await oldestJobFor(work, ids, since)
    if (!job) return
    const eligible = await eligibleOperators(work, job, since)
    const candidates = free.filter((operator) => eligible.has(operator.operatorId))
    const chosen = chooseOperator(candidates, job.preferred)
    if (!chosen) return
    await offerJob(work, job, chosen)
    free = free.filter((operator) => operator !== chosen)
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
