import type { ConversationSummary } from '../../edge/domain/wire.ts'
import type { WordKey, Words } from '../words/words.tsx'

/** The second line of a row: the last message, or what is going on where nobody has written. */
export function previewOf(summary: ConversationSummary, { t }: Pick<Words, 't'>): string {
  if (summary.call) return t(summary.call.state === 'live' ? 'preview.in-call' : 'preview.ringing')
  const last = summary.lastMessage
  if (last) return last.side === 'operator' ? t('preview.us', { text: last.text }) : last.text
  return t(quiet(summary), { name: summary.operator?.name ?? summary.inviter.name })
}

function quiet(summary: ConversationSummary): WordKey {
  switch (summary.state) {
    case 'waiting':
      return 'preview.waiting'
    case 'offered':
      return 'preview.offered'
    case 'active':
      return 'preview.active'
    case 'closed':
    case 'archived':
      return 'preview.closed'
    default:
      return 'preview.invited'
  }
}
