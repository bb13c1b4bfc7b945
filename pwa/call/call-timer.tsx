import { createSignal, onCleanup } from 'solid-js'
import { formatDuration } from '../words/formats.ts'
import { useWords } from '../words/words.tsx'

/** How long the call has been going on. Not announced: nobody wants to hear every second. */
export function CallTimer(props: { startedAt: number }) {
  const { t, language } = useWords()
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 1000)
  onCleanup(() => clearInterval(timer))
  return (
    <span role="timer" aria-live="off" aria-label={t('call.duration')} class="tabular-nums">
      {formatDuration(now() - props.startedAt, language())}
    </span>
  )
}
