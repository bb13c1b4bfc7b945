import ArrowDown from 'lucide-solid/icons/arrow-down'
import { Spinner } from '../ui/spinner.tsx'
import { useWords } from '../words/words.tsx'

/** Over the top of the list while an earlier page is on its way; it moves nothing. */
export function EarlierLine() {
  const words = useWords()
  return (
    <p role="status" class="appear-late pointer-events-none absolute inset-x-0 top-2 flex justify-center">
      <span class="flex items-center gap-2 rounded-full border border-line bg-raised px-3 py-1 text-xs text-muted shadow-mid">
        <Spinner />
        {words.t('conversation.earlier')}
      </span>
    </p>
  )
}

export function NewMessagesButton(props: { onClick(): void }) {
  const words = useWords()
  return (
    <div class="rise pointer-events-none absolute inset-x-0 bottom-3 flex justify-center">
      <button
        type="button"
        class="pointer-events-auto flex h-9 items-center gap-2 rounded-full bg-accent-fill px-4 text-sm font-medium text-on-fill shadow-mid hover:bg-accent-fill-hover"
        onClick={() => props.onClick()}
      >
        <ArrowDown class="size-4" />
        {words.t('conversation.new-messages')}
      </button>
    </div>
  )
}
