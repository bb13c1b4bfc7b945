import { createSignal, untrack } from 'solid-js'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { keep, readKept } from '../platform/kept.ts'

interface Mark {
  seenAt: number
  /** Messages of the customer that came since, as far as this device saw them come. */
  count: number
}
export type Marks = Readonly<Record<string, Mark>>

export function withSeen(marks: Marks, id: string, at: number): Marks {
  const mark = marks[id]
  return mark?.seenAt === at && mark.count === 0 ? marks : { ...marks, [id]: { seenAt: at, count: 0 } }
}

export function withNews(marks: Marks, event: AnyEvent): Marks {
  const isSaid = event.type === 'message.posted' || event.type === 'attachment.shared'
  if (!isSaid || event.data.side !== 'customer' || !event.conversationId) return marks
  const mark = marks[event.conversationId] ?? { seenAt: 0, count: 0 }
  return { ...marks, [event.conversationId]: { ...mark, count: mark.count + 1 } }
}

/** What came while no tab was open is known only as "something": it counts as one. */
export function unreadIn(marks: Marks, summary: ConversationSummary): number {
  const mark = marks[summary.id] ?? { seenAt: 0, count: 0 }
  const last = summary.lastMessage
  const news = last?.side === 'customer' && last.at > mark.seenAt
  return news ? Math.max(1, mark.count) : 0
}

export interface Unread {
  of(summary: ConversationSummary): number
  take(event: AnyEvent): void
  see(id: string, at: number): void
}

const name = 'visavis.unread'

/** What was read, kept on this device. */
export function createUnread(): Unread {
  const [marks, setMarks] = createSignal<Marks>(readKept<Marks>(name) ?? {})
  const change = (next: Marks) => {
    if (next === marks()) return
    setMarks(next)
    keep(name, next)
  }
  return {
    of: (summary) => unreadIn(marks(), summary),
    take: (event) =>
      change(event.type === 'conversation.archived' ? without(marks(), event) : withNews(marks(), event)),
    // Seen from within effects, which must not run again because of what they noted down.
    see: (id, at) => untrack(() => change(withSeen(marks(), id, at))),
  }
}

function without(marks: Marks, event: AnyEvent): Marks {
  return Object.fromEntries(Object.entries(marks).filter(([id]) => id !== event.conversationId))
}
