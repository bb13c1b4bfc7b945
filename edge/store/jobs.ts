// Jobs and their offers.

import type { ConversationId, JobId, OfferId, OperatorId } from '../domain/ids.ts'
import type { Candidate, JobState } from '../domain/job.ts'
import { count, maybeCount, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface Job {
  id: JobId
  conversationId: ConversationId
  state: JobState
}

export interface Offer {
  id: OfferId
  jobId: JobId
  conversationId: ConversationId
  operatorId: OperatorId
  operatorName: string
  expiresAt: number
}

export interface WaitingJob extends Job {
  /** Whom to ask first, in this order. */
  preferred: OperatorId[]
}

export interface FreeOperator extends Candidate {
  operatorId: OperatorId
  name: string
}

export async function insertJob(
  transaction: Transaction,
  job: Omit<Job, 'state'>,
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO jobs (id, conversation_id, state, created_at) VALUES (?, ?, 'waiting', ?)`,
    [job.id, job.conversationId, now],
  )
}

/** Whether operator `o` may be asked for job `j` of conversation `c`: who said no since ?1, and has not come back since, is not. */
const eligible = `(c.department_id IS NULL OR o.id IN (c.requested_id, CASE c.assignment WHEN 'direct' THEN c.inviter_id END)
    OR o.id IN (SELECT operator_id FROM department_members WHERE department_id = c.department_id))
  AND NOT EXISTS (SELECT 1 FROM offers f WHERE f.job_id = j.id AND f.operator_id = o.id AND f.ended_at > ?1
    AND f.offered_at >= o.online_since)`

/** The oldest waiting job that one of these operators may be asked for. */
export async function oldestJobFor(
  reads: Reads,
  operators: readonly OperatorId[],
  since: number,
): Promise<WaitingJob | null> {
  const row = await reads.one(
    `SELECT j.id, j.conversation_id, j.state, c.requested_id,
       CASE c.assignment WHEN 'direct' THEN c.inviter_id END AS first_id
     FROM jobs j JOIN conversations c ON c.id = j.conversation_id
     WHERE j.state = 'waiting' AND EXISTS (
       SELECT 1 FROM operators o WHERE o.id IN (SELECT value FROM json_each(?2)) AND ${eligible})
     ORDER BY j.created_at LIMIT 1`,
    [since, JSON.stringify(operators)],
  )
  if (!row) return null
  const preferred = [maybeText(row, 'requested_id'), maybeText(row, 'first_id')]
  return { ...jobOf(row), preferred: preferred.filter((id) => id !== null) as OperatorId[] }
}

/** Online operators whose telephone does not ring now, with what they have to do. */
export async function freeOperators(reads: Reads): Promise<FreeOperator[]> {
  const rows = await reads.all(
    `SELECT o.id, o.name, o.conversation_limit, o.last_offered_at,
       (SELECT count(*) FROM conversations c WHERE c.operator_id = o.id AND c.state = 'active') AS load
     FROM operators o
     WHERE o.status = 'online' AND o.disabled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM offers f WHERE f.operator_id = o.id AND f.state = 'open')`,
  )
  return rows.map((row) => ({
    operatorId: text(row, 'id') as OperatorId,
    name: text(row, 'name'),
    load: count(row, 'load'),
    limit: count(row, 'conversation_limit'),
    lastOfferedAt: count(row, 'last_offered_at'),
  }))
}

/** Who may be asked for this job: the department's members and the preferred, but not who said no since `since`. */
export async function eligibleOperators(reads: Reads, job: WaitingJob, since: number): Promise<Set<string>> {
  const rows = await reads.all(
    `SELECT o.id FROM operators o, jobs j JOIN conversations c ON c.id = j.conversation_id
     WHERE j.id = ?2 AND ${eligible}`,
    [since, job.id],
  )
  return new Set(rows.map((row) => text(row, 'id')))
}

export async function insertOffer(
  transaction: Transaction,
  offer: Pick<Offer, 'id' | 'jobId' | 'operatorId' | 'expiresAt'>,
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO offers (id, job_id, operator_id, state, offered_at, expires_at) VALUES (?, ?, ?, 'open', ?, ?)`,
    [offer.id, offer.jobId, offer.operatorId, now, offer.expiresAt],
  )
  await transaction.run('UPDATE operators SET last_offered_at = ? WHERE id = ?', [now, offer.operatorId])
}

/** As if the operator had been asked and had said no: the cool-down begins now. */
export async function insertPassedOver(
  transaction: Transaction,
  offer: Pick<Offer, 'id' | 'jobId' | 'operatorId'>,
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO offers (id, job_id, operator_id, state, offered_at, expires_at, ended_at)
     VALUES (?1, ?2, ?3, 'withdrawn', ?4, ?4, ?4)`,
    [offer.id, offer.jobId, offer.operatorId, now],
  )
}

/** Ends the job's open offer if it is this operator's (or anybody's, for `null`); `false` if there is none. */
export async function endOffer(
  transaction: Transaction,
  jobId: JobId,
  operatorId: OperatorId | null,
  state: 'accepted' | 'declined' | 'lapsed' | 'withdrawn',
  now: number,
): Promise<boolean> {
  const changed = await transaction.run(
    `UPDATE offers SET state = ?1, ended_at = ?2
     WHERE job_id = ?3 AND state = 'open' AND (?4 IS NULL OR operator_id = ?4)`,
    [state, now, jobId, operatorId],
  )
  return changed === 1
}

const offerColumns = `f.id, f.job_id, f.operator_id, f.expires_at, j.conversation_id, o.name
  FROM offers f JOIN jobs j ON j.id = f.job_id JOIN operators o ON o.id = f.operator_id`

export async function lapsedOffers(reads: Reads, now: number, limit: number): Promise<Offer[]> {
  const rows = await reads.all(
    `SELECT ${offerColumns} WHERE f.state = 'open' AND f.expires_at <= ? ORDER BY f.expires_at LIMIT ?`,
    [now, limit],
  )
  return rows.map(offerOf)
}

export async function openOfferOf(reads: Reads, operatorId: OperatorId): Promise<Offer | null> {
  const row = await reads.one(`SELECT ${offerColumns} WHERE f.state = 'open' AND f.operator_id = ?`, [
    operatorId,
  ])
  return row ? offerOf(row) : null
}

export async function openOfferOfJob(reads: Reads, jobId: JobId): Promise<Offer | null> {
  const row = await reads.one(`SELECT ${offerColumns} WHERE f.state = 'open' AND f.job_id = ?`, [jobId])
  return row ? offerOf(row) : null
}

export async function openJobOf(reads: Reads, id: ConversationId): Promise<Job | null> {
  const row = await reads.one(
    `SELECT id, conversation_id, state FROM jobs WHERE conversation_id = ? AND state IN ('waiting', 'offered')`,
    [id],
  )
  return row ? jobOf(row) : null
}

/** How many customers of the same department wait no shorter than this one, itself included. */
export async function queuePosition(reads: Reads, id: ConversationId): Promise<number | null> {
  const row = await reads.one(
    `SELECT (SELECT count(*) FROM jobs k JOIN conversations d ON d.id = k.conversation_id
         WHERE k.state IN ('waiting', 'offered') AND d.department_id IS c.department_id
           AND (k.created_at, k.rowid) <= (j.created_at, j.rowid)) AS position
     FROM jobs j JOIN conversations c ON c.id = j.conversation_id
     WHERE j.conversation_id = ? AND j.state IN ('waiting', 'offered')`,
    [id],
  )
  return row ? count(row, 'position') : null
}

/** A job, and the name of who accepted it. */
export async function jobById(
  reads: Reads,
  id: string,
): Promise<(Job & { acceptedBy: string | null }) | null> {
  const row = await reads.one(
    `SELECT j.id, j.conversation_id, j.state, o.name FROM jobs j
     LEFT JOIN operators o ON o.id = j.accepted_by WHERE j.id = ?`,
    [id],
  )
  return row ? { ...jobOf(row), acceptedBy: maybeText(row, 'name') } : null
}

/** Milliseconds from when the customer began to wait until somebody took the job; `null` where nobody did. */
export async function waitOf(reads: Reads, id: JobId): Promise<number | null> {
  const row = await reads.one('SELECT accepted_at - created_at AS ms FROM jobs WHERE id = ?', [id])
  return row ? maybeCount(row, 'ms') : null
}

/** Was this operator ever offered the job? Others are not told that it exists. */
export async function wasOffered(reads: Reads, jobId: JobId, operatorId: OperatorId): Promise<boolean> {
  const row = await reads.one('SELECT 1 AS yes FROM offers WHERE job_id = ? AND operator_id = ?', [
    jobId,
    operatorId,
  ])
  return row !== undefined
}

function jobOf(row: Row): Job {
  return {
    id: text(row, 'id') as JobId,
    conversationId: text(row, 'conversation_id') as ConversationId,
    state: text(row, 'state') as JobState,
  }
}

function offerOf(row: Row): Offer {
  return {
    id: text(row, 'id') as OfferId,
    jobId: text(row, 'job_id') as JobId,
    conversationId: text(row, 'conversation_id') as ConversationId,
    operatorId: text(row, 'operator_id') as OperatorId,
    operatorName: text(row, 'name'),
    expiresAt: count(row, 'expires_at'),
  }
}
