import type { ConversationId } from '../domain/ids.ts'
import type { Signal } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import { queuePosition } from '../store/jobs.ts'

/** Where in the queue the customer stands, 1 for the next; `null` for who does not wait. */
export async function queueSign(reads: Reads, conversationId: ConversationId): Promise<Signal | null> {
  const position = await queuePosition(reads, conversationId)
  return position === null ? null : { kind: 'queue', conversationId, position }
}
