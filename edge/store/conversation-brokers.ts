// At which broker the two sides of a conversation meet, where there is a choice.

import type { ConversationId } from '../domain/ids.ts'
import { text } from './cells.ts'
import type { Reads, Transaction } from './database.ts'

export async function brokerOf(reads: Reads, id: ConversationId): Promise<string | null> {
  const row = await reads.one('SELECT broker FROM conversation_brokers WHERE conversation_id = ?', [id])
  return row ? text(row, 'broker') : null
}

export async function keepBroker(
  transaction: Transaction,
  id: ConversationId,
  broker: string,
): Promise<void> {
  await transaction.run(
    `INSERT INTO conversation_brokers (conversation_id, broker) VALUES (?, ?)
     ON CONFLICT (conversation_id) DO UPDATE SET broker = excluded.broker`,
    [id, broker],
  )
}
