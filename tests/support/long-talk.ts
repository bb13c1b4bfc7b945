import { changeRows } from './change-rows.ts'
import type { OpenHouse } from './open-house.ts'

/** A conversation in which this many messages were written, taking turns. */
export async function longTalk(house: OpenHouse, conversationId: string, count: number): Promise<void> {
  await changeRows(
    house,
    `WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${count})
     INSERT INTO events (conversation_id, type, actor_kind, actor_id, data, at)
     SELECT '${conversationId}', 'message.posted', iif(n % 2, 'customer', 'operator'),
            iif(n % 2, NULL, (SELECT operator_id FROM conversations WHERE id = '${conversationId}')),
            json_object('messageId', 'long-' || n, 'side', iif(n % 2, 'customer', 'operator'), 'text', 'Message ' || n),
            unixepoch() * 1000 - ${count} + n
     FROM number`,
  )
}
