import type { ConversationId } from '../domain/ids.ts'
import type { Rating } from '../domain/survey.ts'
import type { Transaction } from './database.ts'

/** `false`: the customer has rated this conversation already. */
export async function insertSurvey(
  transaction: Transaction,
  survey: { conversationId: ConversationId; rating: Rating; comment: string },
  now: number,
): Promise<boolean> {
  const changed = await transaction.run(
    `INSERT INTO surveys (conversation_id, rating, comment, answered_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [survey.conversationId, survey.rating, survey.comment, now],
  )
  return changed === 1
}
