import CloudOff from 'lucide-solid/icons/cloud-off'
import CloudUpload from 'lucide-solid/icons/cloud-upload'
import { createSignal, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { useWords } from '../../words/words.tsx'
import { OutboxDialog } from '../after-paint.ts'
import { useDesk } from '../desk.ts'
import { useOutbox } from './create-outbox.ts'

/**
 * One quiet line on top while nothing is reached or something written has not gone out, whatever page is open. The live
 * region stays, so that its words are heard.
 */
export function ConnectionStrip() {
  const { t } = useWords()
  const desk = useDesk()
  const outbox = useOutbox()
  const [isShown, setShown] = createSignal(false)
  const isOffline = () => desk.connection() === 'offline'
  const count = () => outbox.entries().length
  const refused = () => outbox.entries().filter(({ refused }) => refused !== null).length
  // What goes out at once is no news.
  const isNews = () => count() > 0 && (outbox.isHeldUp() || refused() > 0)
  return (
    <div role="status">
      <Show when={isOffline() || isNews()}>
        <p
          class="flex flex-wrap items-center justify-center gap-x-2 px-4 py-1 text-xs"
          classList={{ 'appear-late bg-warning-soft text-warning': isOffline(), 'bg-sunken': !isOffline() }}
        >
          <Dynamic component={isOffline() ? CloudOff : CloudUpload} class="size-3.5 shrink-0" />
          <Show when={isOffline()}>
            <span class="py-0.5">{t(isNews() ? 'outbox.offline' : 'common.offline')}</span>
          </Show>
          <Show when={isNews()}>
            <span>
              {refused() > 0
                ? t('outbox.some-refused', { count: refused() })
                : t('outbox.waiting', { count: count() })}
            </span>
            <button
              type="button"
              class="px-1 py-1 font-medium text-info underline underline-offset-2"
              onClick={() => setShown(true)}
            >
              {t('outbox.show')}
            </button>
          </Show>
        </p>
      </Show>
      <OutboxDialog open={isShown()} onClose={() => setShown(false)} />
    </div>
  )
}
