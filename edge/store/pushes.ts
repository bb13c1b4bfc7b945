// Pushes: each row is the courier's order. Sending one twice does no harm, since the second takes the first one's place.

import type { OperatorId, PushDeviceId } from '../domain/ids.ts'
import type { NoticeKind } from '../domain/push-notice.ts'
import { count, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface Push {
  id: string
  deviceId: PushDeviceId
  kind: NoticeKind
  /** The job, or for messages the conversation; see `tagOf`. */
  subject: string
  quiet: boolean
  attempts: number
  expiresAt: number
}

export async function insertPush(
  transaction: Transaction,
  push: Omit<Push, 'attempts'>,
  now: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO pushes (id, device_id, kind, subject, quiet, state, due_at, expires_at, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, 'queued', ?7, ?6, ?7)`,
    [push.id, push.deviceId, push.kind, push.subject, push.quiet ? 1 : 0, push.expiresAt, now],
  )
}

export async function hasDuePushes(reads: Reads, now: number, staleBefore: number): Promise<boolean> {
  const row = await reads.one(
    `SELECT 1 AS yes FROM pushes WHERE (state = 'queued' AND due_at <= ?) OR (state = 'sending' AND updated_at < ?) LIMIT 1`,
    [now, staleBefore],
  )
  return row !== undefined
}

/**
 * Takes what is due; one at a time for a device and a subject, so that a withdrawal never overtakes what it withdraws.
 * What a process took and never reported on is due again.
 */
export async function claimDuePushes(
  transaction: Transaction,
  now: number,
  staleBefore: number,
  limit: number,
): Promise<Push[]> {
  await transaction.run(
    `UPDATE pushes SET state = 'queued', due_at = ? WHERE state = 'sending' AND updated_at < ?`,
    [now, staleBefore],
  )
  const rows = await transaction.all(
    `UPDATE pushes SET state = 'sending', attempts = attempts + 1, updated_at = ?1
     WHERE rowid IN (
       SELECT min(p.rowid) FROM pushes p WHERE p.state = 'queued' AND p.due_at <= ?1
         AND NOT EXISTS (SELECT 1 FROM pushes s
           WHERE s.device_id = p.device_id AND s.subject = p.subject AND s.state = 'sending')
       GROUP BY p.device_id, p.subject ORDER BY min(p.due_at) LIMIT ?2) RETURNING *`,
    [now, limit],
  )
  return rows.map(pushOf)
}

export async function finishPush(
  transaction: Transaction,
  id: string,
  state: 'sent' | 'dropped',
  now: number,
): Promise<void> {
  await transaction.run(`UPDATE pushes SET state = ?, updated_at = ? WHERE id = ?`, [state, now, id])
}

export async function requeuePush(
  transaction: Transaction,
  id: string,
  dueAt: number,
  now: number,
): Promise<void> {
  await transaction.run(`UPDATE pushes SET state = 'queued', due_at = ?, updated_at = ? WHERE id = ?`, [
    dueAt,
    now,
    id,
  ])
}

/** The operator's devices that were told of this job, or are being told. */
export async function devicesToldOf(
  reads: Reads,
  jobId: string,
  operatorId: OperatorId,
): Promise<{ deviceId: PushDeviceId; endpoint: string }[]> {
  const rows = await reads.all(
    `SELECT DISTINCT d.id, d.endpoint FROM pushes p JOIN push_devices d ON d.id = p.device_id
     WHERE p.subject = ? AND p.kind = 'job' AND p.state IN ('sending', 'sent') AND d.operator_id = ?`,
    [jobId, operatorId],
  )
  return rows.map((row) => ({ deviceId: text(row, 'id') as PushDeviceId, endpoint: text(row, 'endpoint') }))
}

/** What was ordered and has not gone out is not sent any more. */
export async function dropQueued(
  transaction: Transaction,
  subject: string,
  operatorId: OperatorId,
  now: number,
): Promise<void> {
  await transaction.run(
    `UPDATE pushes SET state = 'dropped', updated_at = ?1 WHERE subject = ?2 AND state = 'queued'
     AND device_id IN (SELECT id FROM push_devices WHERE operator_id = ?3)`,
    [now, subject, operatorId],
  )
}

/** Whether the device is about to be told of it already. */
export async function isQueued(reads: Reads, deviceId: PushDeviceId, subject: string): Promise<boolean> {
  const row = await reads.one(
    `SELECT 1 AS yes FROM pushes WHERE device_id = ? AND subject = ? AND state = 'queued' LIMIT 1`,
    [deviceId, subject],
  )
  return row !== undefined
}

export async function forgetPushes(transaction: Transaction, before: number): Promise<void> {
  await transaction.run(`DELETE FROM pushes WHERE state IN ('sent', 'dropped') AND updated_at < ?`, [before])
}

function pushOf(row: Row): Push {
  return {
    id: text(row, 'id'),
    deviceId: text(row, 'device_id') as PushDeviceId,
    kind: text(row, 'kind') as NoticeKind,
    subject: text(row, 'subject'),
    quiet: row.quiet === 1,
    attempts: count(row, 'attempts'),
    expiresAt: count(row, 'expires_at'),
  }
}
