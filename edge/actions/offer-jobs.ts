// Dispatch: who is asked to take which waiting customer. It runs inside the transaction of
// whatever made a difference (somebody waits, somebody is free), so no instance can disagree.

import type { OfferId, OperatorId } from '../domain/ids.ts'
import { chooseOperator, coolDownMs, offerMs, withinHearing } from '../domain/job.ts'
import { listeningMs } from '../domain/push-device.ts'
import { isQuiet } from '../domain/push-settings.ts'
import { advance } from '../store/advance.ts'
import {
  eligibleOperators,
  type FreeOperator,
  freeOperators,
  insertOffer,
  oldestJobFor,
  type WaitingJob,
} from '../store/jobs.ts'
import { listeningOperators } from '../store/operators.ts'
import { operatorsWithPush } from '../store/push-settings.ts'
import type { Work } from './context.ts'
import { pushRing } from './order-push.ts'

/** Offers waiting jobs, oldest first, until no operator is free for any of them. */
export async function offerJobs(work: Work): Promise<void> {
  const since = work.now - coolDownMs
  let free = (await freeOperators(work)).filter((operator) => operator.load < operator.limit)
  if (free.length === 0) return
  const hears = await hearing(work)
  while (free.length > 0 && work.hasTime()) {
    const ids = free.map((operator) => operator.operatorId)
    const job = await oldestJobFor(work, ids, since)
    if (!job) return
    const eligible = await eligibleOperators(work, job, since)
    const candidates = free.filter((operator) => eligible.has(operator.operatorId))
    const chosen = chooseOperator(withinHearing(candidates, hears), job.preferred)
    if (!chosen) return
    await offerJob(work, job, chosen)
    free = free.filter((operator) => operator !== chosen)
  }
}

/** A page that listens, or a device on which pushes were seen to arrive and that may be rung now. */
async function hearing(work: Work): Promise<(operatorId: string) => boolean> {
  const listening = await listeningOperators(work, work.now - listeningMs)
  const withPush = await operatorsWithPush(work)
  return (operatorId) => {
    const settings = withPush.get(operatorId as OperatorId)
    return listening.has(operatorId) || (settings?.jobs === true && !isQuiet(settings.quiet, work.now))
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
  await pushRing(work, { jobId: job.id, operatorId: operator.operatorId, expiresAt })
}
