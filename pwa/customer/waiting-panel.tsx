import { Show } from 'solid-js'
import { useWords } from '../words/words.tsx'

/** Says that somebody will come, and that writing need not wait for it. */
export function WaitingPanel(props: { queuePosition: number | null }) {
  const { t } = useWords()
  return (
    <div class="flex flex-col items-center gap-1 text-center">
      <p role="status" class="flex items-center gap-2.5 text-base font-medium">
        <span aria-hidden="true" class="size-2 animate-pulse rounded-full bg-on-stage" />
        {t('customer.waiting')}
      </p>
      <p class="max-w-xs text-on-stage-muted text-pretty">
        <Show when={props.queuePosition} fallback={t('customer.waiting.help')}>
          {(count) => t('customer.queue', { count: count() })}
        </Show>
      </p>
    </div>
  )
}
