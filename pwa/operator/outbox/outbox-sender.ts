import { type Accessor, createSignal } from 'solid-js'
import type { AnyEvent } from '../../../edge/domain/events.ts'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import type { PendingMessage } from '../../conversation/kept-messages.ts'
import type { Sender } from '../../conversation/outbox.ts'
import type { OutboxEntry } from '../../offline/intent.ts'
import type { Waiting } from '../../offline/outbox-store.ts'
import type { Outbox } from './create-outbox.ts'

/** The messages of one conversation in the outbox, as its log shows and sends them. */
export function createOutboxSender(outbox: Outbox, summary: Accessor<ConversationSummary>): Sender {
  // In the same moment as their events are drawn, so that none is seen twice or not at all.
  const [arrived, setArrived] = createSignal<ReadonlySet<string>>(new Set())
  const id = summary().id
  const status = ({ refused }: Waiting) => {
    if (refused) return 'refused'
    return outbox.isHeldUp() ? 'failed' : 'sending'
  }
  const shown = (entry: OutboxEntry, status: PendingMessage['status']): PendingMessage[] => {
    const { intent, at, id: messageId } = entry
    const isOurs = entry.conversationId === id && intent.kind === 'message' && !arrived().has(messageId)
    return isOurs ? [{ messageId, text: intent.text, at, status }] : []
  }
  return {
    pending: () => [
      ...outbox.sent().flatMap((entry) => shown(entry, 'sent')),
      ...outbox.entries().flatMap((entry) => shown(entry, status(entry))),
    ],
    send: (text) => void outbox.add({ kind: 'message', text }, summary()),
    retry: outbox.retry,
    settle(events) {
      const ids = new Set(events.map(idIn).filter((one) => one !== null))
      if (ids.size === 0) return
      setArrived((before) => new Set([...before, ...ids]))
      outbox.settle(ids)
    },
  }
}

function idIn(event: AnyEvent): string | null {
  if (event.type === 'message.posted') return event.data.messageId
  return event.type === 'note.written' ? event.data.noteId : null
}
