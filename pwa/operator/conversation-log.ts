import { type Accessor, createSignal } from 'solid-js'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { ConversationSummary, History } from '../../edge/domain/wire.ts'
import type { ConversationFiles } from '../conversation/attachments/conversation-files.ts'
import { createLiveTimeline } from '../conversation/live-timeline.ts'
import type { Sender } from '../conversation/outbox.ts'
import { type Timeline, timelineOf } from '../conversation/timeline.ts'
import { createTypingSign } from '../conversation/typing.ts'
import { request } from '../platform/request.ts'
import { filesOf } from './conversation-files.ts'
import { useDesk } from './desk.ts'
import { useOutbox } from './outbox/create-outbox.ts'
import { createOutboxSender } from './outbox/outbox-sender.ts'
import { summaryAfter } from './summary-after.ts'

export interface ConversationLog {
  timeline: Accessor<Timeline>
  /** The inbox's word where it has one; it lets archived conversations go, and then it is ours. */
  summary: Accessor<ConversationSummary>
  sender: Sender
  files: ConversationFiles
  typing: Accessor<boolean>
  earlier: { wanted: Accessor<boolean>; loading: Accessor<boolean>; load(): void }
}

/** A conversation as it was fetched, and as it goes on. */
export function createConversationLog(history: History, early: readonly AnyEvent[]): ConversationLog {
  const desk = useDesk()
  const { id } = history.conversation
  const path = `/api/conversations/${id}`
  const [own, setOwn] = createSignal(history.conversation)
  const sign = createTypingSign()
  const summary = () => desk.conversation(id) ?? own()
  const sender = createOutboxSender(useOutbox(), summary)
  sender.settle(history.events)
  const files = filesOf(id)
  files.settle(history.events)
  const live = createLiveTimeline(timelineOf(history), (events) => {
    sender.settle(events)
    files.settle(events)
  })
  const take = (event: AnyEvent) => {
    if (event.conversationId !== id) return
    live.take(event)
    setOwn((before) => summaryAfter(before, event))
    if (event.type === 'message.posted' && event.data.side === 'customer') sign.clear()
  }
  for (const event of early) take(event)
  desk.listen({
    event: take,
    signal: (signal) => {
      const theirs = signal.kind === 'typing' && signal.side === 'customer'
      if (theirs && signal.conversationId === id) sign.seen()
    },
  })
  return {
    timeline: live.timeline,
    summary,
    sender,
    files,
    typing: sign.shown,
    earlier: createEarlier(path, history.before, live.prepend),
  }
}

function createEarlier(path: string, start: number | null, prepend: (events: readonly AnyEvent[]) => void) {
  const [before, setBefore] = createSignal(start)
  const [loading, setLoading] = createSignal(false)
  async function load() {
    if (loading() || before() === null) return
    setLoading(true)
    const page = await request<History>('GET', `${path}/events?before=${before()}&limit=200`).catch(
      () => null,
    )
    if (page) {
      prepend(page.events)
      setBefore(page.before)
    }
    setLoading(false)
  }
  return { wanted: () => before() !== null, loading, load: () => void load() }
}
