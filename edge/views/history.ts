import { notFound } from '../domain/refusal.ts'
import type { History } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import { eventsBefore } from '../store/events.ts'
import type { Operator } from '../store/operators.ts'
import { summaryFor } from '../store/summaries.ts'

/** A page of a conversation's events, the newest of those before `before`. */
export async function readHistory(
  reads: Reads,
  operator: Operator,
  id: string,
  page: { before: number; limit: number },
): Promise<History> {
  const conversation = await summaryFor(reads, operator, id)
  if (!conversation) throw notFound('conversation')
  const events = await eventsBefore(reads, conversation.id, page.before, page.limit)
  const more = events.length === page.limit
  return { conversation, events, before: more ? (events[0]?.seq ?? null) : null }
}
