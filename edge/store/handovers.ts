// Codes by which a phone goes on in another of its browsers, by their hash.

import { openStates } from '../domain/conversation.ts'
import type { ConversationId } from '../domain/ids.ts'
import type { Reads, Transaction } from './database.ts'

export interface Handover {
  codeHash: string
  conversationId: ConversationId
  /** Who gives it out. */
  deviceHash: string
  expiresAt: number
}

export async function insertHandover(transaction: Transaction, handover: Handover): Promise<void> {
  await transaction.run(
    'INSERT INTO handovers (code_hash, conversation_id, device_hash, expires_at) VALUES (?, ?, ?, ?)',
    [handover.codeHash, handover.conversationId, handover.deviceHash, handover.expiresAt],
  )
}

/**
 * Uses the code up and moves the conversation to the device, in one compare-and-set: the code is of this conversation,
 * fresh and unused, and whoever gave it out still has the conversation, which still goes on. `false`: nothing changed.
 */
export async function takeHandover(
  transaction: Transaction,
  taking: { codeHash: string; conversationId: ConversationId; deviceHash: string },
  now: number,
): Promise<boolean> {
  const { codeHash, conversationId, deviceHash } = taking
  const among = openStates.map(() => '?').join(', ')
  const taken = await transaction.run(
    `UPDATE handovers SET taken_at = ? WHERE code_hash = ? AND conversation_id = ? AND taken_at IS NULL
     AND expires_at > ? AND device_hash =
       (SELECT device_hash FROM conversations c WHERE c.id = conversation_id AND c.state IN (${among}))`,
    [now, codeHash, conversationId, now, ...openStates],
  )
  if (taken === 0) return false
  await transaction.run('UPDATE conversations SET device_hash = ? WHERE id = ?', [deviceHash, conversationId])
  await transaction.run('DELETE FROM handovers WHERE conversation_id = ? AND taken_at IS NULL', [
    conversationId,
  ])
  return true
}

/** Whether this device let go of the conversation itself. */
export async function hasHandedOver(
  reads: Reads,
  conversationId: ConversationId,
  deviceHash: string,
): Promise<boolean> {
  const row = await reads.one(
    'SELECT 1 AS yes FROM handovers WHERE conversation_id = ? AND device_hash = ? AND taken_at IS NOT NULL',
    [conversationId, deviceHash],
  )
  return row !== undefined
}

export async function forgetHandovers(transaction: Transaction, now: number): Promise<void> {
  await transaction.run('DELETE FROM handovers WHERE taken_at IS NULL AND expires_at <= ?', [now])
}
