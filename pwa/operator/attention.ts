import { type Accessor, createMemo } from 'solid-js'
import type { Desk } from './desk.ts'
import { sectionOf } from './inbox-order.ts'

/** How much wants this operator's attention: who waits, and conversations of mine with something unread. */
export function createAttention(desk: Desk): { count: Accessor<number> } {
  const count = createMemo(() => {
    const { conversations, me } = desk.inbox
    return conversations.filter((summary) => {
      const section = sectionOf(summary, me.id)
      return section === 'waiting' || (section === 'mine' && desk.unread.of(summary) > 0)
    }).length
  })
  return { count }
}
