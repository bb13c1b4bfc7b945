// Browsers that get notifications, and whether pushes were seen to arrive there.

import type { OperatorId, PushDeviceId } from '../domain/ids.ts'
import type { Language } from '../domain/invite.ts'
import type {
  CanaryState,
  PushPlatform,
  PushProblem,
  PushSubscriptionBody,
  quietCanaryMs,
} from '../domain/push-device.ts'
import { count, maybeCount, maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export interface PushDevice {
  id: PushDeviceId
  operatorId: OperatorId
  sessionHash: string
  endpoint: string
  p256dh: string
  auth: string
  name: string
  platform: PushPlatform
  language: Language
  enabled: boolean
  canary: CanaryState
  confirmedAt: number | null
  problem: PushProblem | null
  seenAt: number
}

export async function deviceOfSession(reads: Reads, sessionHash: string): Promise<PushDevice | null> {
  return deviceOf(await reads.one('SELECT * FROM push_devices WHERE session_hash = ?', [sessionHash]))
}

export async function deviceById(reads: Reads, id: string): Promise<PushDevice | null> {
  return deviceOf(await reads.one('SELECT * FROM push_devices WHERE id = ?', [id]))
}

export async function devicesOf(reads: Reads, operatorId: OperatorId): Promise<PushDevice[]> {
  const rows = await reads.all('SELECT * FROM push_devices WHERE operator_id = ? ORDER BY seen_at DESC', [
    operatorId,
  ])
  return rows.map((row) => deviceOf(row)).filter((device) => device !== null)
}

export async function insertDevice(
  transaction: Transaction,
  device: Pick<PushDevice, 'id' | 'operatorId' | 'sessionHash'> & PushSubscriptionBody,
  now: number,
): Promise<void> {
  const { id, operatorId, sessionHash, endpoint, p256dh, auth, name, platform, lang } = device
  await transaction.run(
    `INSERT INTO push_devices (id, operator_id, session_hash, endpoint, p256dh, auth, name, platform, language,
       created_at, seen_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)`,
    [id, operatorId, sessionHash, endpoint, p256dh, auth, name, platform, lang, now],
  )
}

/** The same subscription, come again: what is known of it stays. */
export async function touchDevice(
  transaction: Transaction,
  id: PushDeviceId,
  { name, platform, lang }: Pick<PushSubscriptionBody, 'name' | 'platform' | 'lang'>,
  now: number,
): Promise<void> {
  await transaction.run(
    'UPDATE push_devices SET name = ?, platform = ?, language = ?, seen_at = ? WHERE id = ?',
    [name, platform, lang, now, id],
  )
}

/** Frees a session and an endpoint for a new device: each has one. */
export async function deleteDevicesAt(
  transaction: Transaction,
  { sessionHash, endpoint }: { sessionHash: string; endpoint: string },
): Promise<void> {
  await transaction.run('DELETE FROM push_devices WHERE session_hash = ? OR endpoint = ?', [
    sessionHash,
    endpoint,
  ])
}

export async function deleteDevice(transaction: Transaction, id: PushDeviceId): Promise<void> {
  await transaction.run('DELETE FROM push_devices WHERE id = ?', [id])
}

export async function enableDevice(
  transaction: Transaction,
  id: PushDeviceId,
  enabled: boolean,
): Promise<void> {
  await transaction.run('UPDATE push_devices SET enabled = ? WHERE id = ?', [enabled ? 1 : 0, id])
}

export async function noteProblem(
  transaction: Transaction,
  id: PushDeviceId,
  problem: PushProblem | null,
): Promise<void> {
  await transaction.run('UPDATE push_devices SET problem = ?1 WHERE id = ?2 AND problem IS NOT ?1', [
    problem,
    id,
  ])
}

/** A test push goes out. A quiet one leaves a device that was seen to work as one that works, until it fails. */
export async function beginCanary(
  transaction: Transaction,
  id: PushDeviceId,
  canary: { hash: string; quiet: boolean },
  now: number,
): Promise<void> {
  const state = canary.quiet ? 'canary' : "'pending'"
  await transaction.run(
    `UPDATE push_devices SET canary = ${state}, canary_hash = ?, canary_at = ? WHERE id = ?`,
    [canary.hash, now, id],
  )
}

/** Whoever brings the token has received the push, however late. `false`: there is no such token. */
export async function confirmCanary(transaction: Transaction, hash: string, now: number): Promise<boolean> {
  const changed = await transaction.run(
    `UPDATE push_devices SET canary = 'confirmed', canary_hash = NULL, confirmed_at = ?1, seen_at = ?1, problem = NULL
     WHERE canary_hash = ?2`,
    [now, hash],
  )
  return changed === 1
}

export async function failCanaries(transaction: Transaction, askedBefore: number): Promise<void> {
  await transaction.run(
    `UPDATE push_devices SET canary = 'failed'
     WHERE canary_hash IS NOT NULL AND canary <> 'failed' AND canary_at <= ?`,
    [askedBefore],
  )
}

/** Devices of Online operators that were not looked after for a while. Safari would have to show each look. */
export const untendedDevices = (
  confirmedBefore: string,
  failedBefore: string,
) => `SELECT d.id FROM push_devices d JOIN operators o ON o.id = d.operator_id
  WHERE o.status = 'online' AND d.enabled = 1 AND d.endpoint NOT GLOB 'https://*.push.apple.com/*'
    AND ((d.canary = 'confirmed' AND max(d.canary_at, d.confirmed_at) <= ${confirmedBefore}) OR (d.canary = 'failed' AND d.canary_at <= ${failedBefore}))`

export async function devicesToTend(
  reads: Reads,
  now: number,
  after: typeof quietCanaryMs,
  limit: number,
): Promise<PushDeviceId[]> {
  const rows = await reads.all(`${untendedDevices('?1', '?2')} LIMIT ?3`, [
    now - after.confirmed,
    now - after.failed,
    limit,
  ])
  return rows.map((row) => text(row, 'id') as PushDeviceId)
}

function deviceOf(row: Row | undefined): PushDevice | null {
  if (!row) return null
  return {
    id: text(row, 'id') as PushDeviceId,
    operatorId: text(row, 'operator_id') as OperatorId,
    sessionHash: text(row, 'session_hash'),
    endpoint: text(row, 'endpoint'),
    p256dh: text(row, 'p256dh'),
    auth: text(row, 'auth'),
    name: text(row, 'name'),
    platform: text(row, 'platform') as PushPlatform,
    language: text(row, 'language') as Language,
    enabled: row.enabled === 1,
    canary: text(row, 'canary') as CanaryState,
    confirmedAt: maybeCount(row, 'confirmed_at'),
    problem: maybeText(row, 'problem') as PushProblem | null,
    seenAt: count(row, 'seen_at'),
  }
}
