import type { Side } from '../../edge/domain/tickets.ts'
import type { Entry } from './entry.ts'
import type { PendingMessage } from './kept-messages.ts'

/** What has happened, followed by this side's messages that are still on their way. */
export function withPending(
  entries: readonly Entry[],
  pending: readonly PendingMessage[],
  side: Side,
): readonly Entry[] {
  return pending.length === 0 ? entries : [...entries, ...pending.map((message) => asEntry(message, side))]
}

function asEntry({ messageId, text, at, status }: PendingMessage, side: Side): Entry {
  return { kind: 'message', messageId, side, text, at, status, authorName: null }
}
