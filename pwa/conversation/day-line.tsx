import { formatDate } from '../words/date-formats.ts'
import { useWords } from '../words/words.tsx'
import { sameDay } from './grouping.ts'

const dayMs = 24 * 60 * 60_000

/** Stands before the first entry of a day. */
export function DayLine(props: { at: number }) {
  const words = useWords()
  const day = () => {
    if (sameDay(props.at, Date.now())) return words.t('conversation.today')
    if (sameDay(props.at, Date.now() - dayMs)) return words.t('conversation.yesterday')
    return formatDate(props.at, words.language())
  }
  return (
    <div class="flex items-center gap-3 pt-3 pb-2 text-xs text-muted select-none">
      <span class="h-px flex-1 bg-line" />
      {day()}
      <span class="h-px flex-1 bg-line" />
    </div>
  )
}
