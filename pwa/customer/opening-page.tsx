import { createSignal, onCleanup, Show } from 'solid-js'
import { Spinner } from '../ui/spinner.tsx'
import { useWords } from '../words/words.tsx'
import { PageFrame } from './page-frame.tsx'

/** Drawn only where the answer takes its time: a slow phone has enough to draw when it comes. */
export function OpeningPage() {
  const { t } = useWords()
  const [isLate, setLate] = createSignal(false)
  const timer = setTimeout(setLate, 300, true)
  onCleanup(() => clearTimeout(timer))
  return (
    <Show when={isLate()}>
      <PageFrame>
        <p role="status" class="flex items-center justify-center gap-3 text-base text-muted">
          <Spinner />
          {t('customer.opening')}
        </p>
      </PageFrame>
    </Show>
  )
}
