// What each operator wants to be told of by notification.

import type { OperatorId } from '../domain/ids.ts'
import { defaultPushSettings, type PushSettings } from '../domain/push-settings.ts'
import { maybeText, text } from './cells.ts'
import type { Reads, Row, Transaction } from './database.ts'

export async function pushSettingsOf(reads: Reads, operatorId: OperatorId): Promise<PushSettings> {
  return settingsOf(await reads.one('SELECT * FROM push_settings WHERE operator_id = ?', [operatorId]))
}

export async function keepPushSettings(
  transaction: Transaction,
  operatorId: OperatorId,
  { jobs, messages, firstNames, quiet }: PushSettings,
): Promise<void> {
  await transaction.run(
    `INSERT OR REPLACE INTO push_settings (operator_id, jobs, messages, first_names, quiet_from, quiet_to, time_zone)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      operatorId,
      jobs ? 1 : 0,
      messages ? 1 : 0,
      firstNames ? 1 : 0,
      quiet?.from ?? null,
      quiet?.to ?? null,
      quiet?.timeZone ?? null,
    ],
  )
}

/** Operators with a device on which pushes were seen to arrive, and what they want to be told of. */
export async function operatorsWithPush(reads: Reads): Promise<Map<OperatorId, PushSettings>> {
  const rows = await reads.all(
    `SELECT d.operator_id AS owner, s.* FROM push_devices d LEFT JOIN push_settings s ON s.operator_id = d.operator_id
     WHERE d.enabled = 1 AND d.canary = 'confirmed'`,
  )
  return new Map(rows.map((row) => [text(row, 'owner') as OperatorId, settingsOf(row)]))
}

function settingsOf(row: Row | undefined): PushSettings {
  if (!row || row.jobs == null) return defaultPushSettings
  const from = maybeText(row, 'quiet_from')
  return {
    jobs: row.jobs === 1,
    messages: row.messages === 1,
    firstNames: row.first_names === 1,
    quiet: from === null ? null : { from, to: text(row, 'quiet_to'), timeZone: text(row, 'time_zone') },
  }
}
