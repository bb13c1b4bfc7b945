import { createClock } from '../platform/clock.ts'
import { formatDuration } from '../words/formats.ts'
import { useWords } from '../words/words.tsx'

/** How long the call has been going on. Not announced: nobody wants to hear every second. */
export function CallTimer(props: { startedAt: number }) {
  const { t, language } = useWords()
  const now = createClock()
  return (
    <span role="timer" aria-live="off" aria-label={t('call.duration')} class="tabular-nums">
      {formatDuration(now() - props.startedAt, language())}
    </span>
  )
}
