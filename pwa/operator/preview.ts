import type { ConversationSummary } from '../../edge/domain/wire.ts'
import type { WordKey, Words } from '../words/words.tsx'
import { troubleOf } from './way/way-of.ts'

/** The second line of a row: what holds the customer up, else the last message, or what is going on where nobody has written. */
export function previewOf(summary: ConversationSummary, { t }: Pick<Words, 't'>): string {
  const trouble = troubleOf(summary)
  if (trouble) return t(`step.${trouble}`)
  if (summary.call) return t(summary.call.state === 'live' ? 'preview.in-call' : 'preview.ringing')
  const last = summary.lastMessage
  if (last) return last.side === 'operator' ? t('preview.us', { text: last.text }) : last.text
  return t(quiet(summary), { name: summary.operator?.name ?? summary.inviter.name })
}

function quiet(summary: ConversationSummary): WordKey {
  const { state, progress } = summary
  switch (state) {
    case 'waiting':
    case 'offered':
      return progress ? `step.${progress.step}` : `preview.${state}`
    case 'active':
      return 'preview.active'
    case 'closed':
    case 'archived':
      return 'preview.closed'
    default:
      return 'preview.invited'
  }
}
