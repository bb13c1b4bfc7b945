import { useWords } from '../words/words.tsx'

/** Says that somebody will come, how many are first, and that writing need not wait for it. */
export function WaitingPanel(props: { queuePosition: number | null }) {
  const { t } = useWords()
  const queue = () => {
    const before = (props.queuePosition ?? 0) - 1
    if (before < 0) return t('customer.waiting.help')
    return before === 0 ? t('customer.next') : t('customer.before', { count: before })
  }
  return (
    <div role="status" class="flex flex-col items-center gap-1 text-center">
      <p class="flex items-center gap-2.5 text-base font-medium">
        <span aria-hidden="true" class="size-2 animate-pulse rounded-full bg-on-stage" />
        {t('customer.waiting')}
      </p>
      <p class="max-w-xs text-on-stage-muted text-pretty">{queue()}</p>
    </div>
  )
}
