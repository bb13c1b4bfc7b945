import type { ConversationSummary } from '../../edge/domain/wire.ts'

export const sections = ['waiting', 'mine', 'closed', 'team', 'invited'] as const
export type Section = (typeof sections)[number]

/** Where a conversation stands in an operator's inbox. */
export function sectionOf(summary: ConversationSummary, me: string): Section {
  const mine = summary.operator?.id === me
  switch (summary.state) {
    case 'waiting':
    case 'offered':
      return 'waiting'
    case 'active':
      return mine ? 'mine' : 'team'
    case 'closed':
    case 'archived':
      // A customer who left before anybody came is everybody's to file.
      return mine || !summary.operator ? 'closed' : 'team'
    default:
      return 'invited'
  }
}

export interface InboxSection {
  section: Section
  conversations: ConversationSummary[]
}

/** Who waits comes first, the longest wait on top; below, the newest. Empty sections are left out. */
export function inInboxOrder(conversations: readonly ConversationSummary[], me: string): InboxSection[] {
  return sections
    .map((section) => ({
      section,
      conversations: conversations
        .filter((summary) => sectionOf(summary, me) === section)
        .sort(section === 'waiting' ? byWait : byNews),
    }))
    .filter((group) => group.conversations.length > 0)
}

function byWait(a: ConversationSummary, b: ConversationSummary): number {
  return (a.waitingSince ?? a.createdAt) - (b.waitingSince ?? b.createdAt)
}

function byNews(a: ConversationSummary, b: ConversationSummary): number {
  return b.lastEventAt - a.lastEventAt
}
