import CloudUpload from 'lucide-solid/icons/cloud-upload'
import { createSignal, Show } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import { OutboxDialog } from '../after-paint.ts'
import { useOutbox } from './create-outbox.ts'

/** A quiet line while something that was written has not reached the edge, whatever page is open. */
export function OutboxStrip() {
  const { t } = useWords()
  const outbox = useOutbox()
  const [isShown, setShown] = createSignal(false)
  const refused = () => outbox.entries().filter(({ refused }) => refused !== null).length
  const count = () => outbox.entries().length
  // What goes out at once is no news.
  const isNews = () => count() > 0 && (outbox.isHeldUp() || refused() > 0)
  return (
    <div role="status">
      <Show when={isNews()}>
        <p class="flex flex-wrap items-center justify-center gap-x-2 bg-sunken px-4 py-1 text-xs">
          <CloudUpload class="size-3.5 shrink-0" />
          {refused() > 0
            ? t('outbox.some-refused', { count: refused() })
            : t('outbox.waiting', { count: count() })}
          <button
            type="button"
            class="px-1 py-1 font-medium text-info underline underline-offset-2"
            onClick={() => setShown(true)}
          >
            {t('outbox.show')}
          </button>
        </p>
      </Show>
      <OutboxDialog open={isShown()} onClose={() => setShown(false)} />
    </div>
  )
}
