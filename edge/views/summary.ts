import { notFound } from '../domain/refusal.ts'
import type { ConversationSummary } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import type { Operator } from '../store/operators.ts'
import { summaryFor } from '../store/summaries.ts'

/** A conversation within the operator's reach, as lists show it. */
export async function readSummary(
  reads: Reads,
  operator: Operator,
  id: string,
): Promise<ConversationSummary> {
  const summary = await summaryFor(reads, operator, id)
  if (!summary) throw notFound('conversation')
  return summary
}
