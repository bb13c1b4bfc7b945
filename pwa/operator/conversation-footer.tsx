import CircleCheck from 'lucide-solid/icons/circle-check'
import { createSignal, Match, Show, Switch } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { useDesk } from './desk.ts'
import { EndDialog } from './end-dialog.tsx'
import { permitsFor } from './permits.ts'

/** Where the composer would stand: why there is nothing to write, and what is to be done instead. */
export function ConversationFooter(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const name = () => props.summary.operator?.name ?? ''
  return (
    <footer class="border-t border-line px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <Switch
        fallback={
          <p class="text-center text-muted">{t(`footer.${props.summary.state}`, { name: name() })}</p>
        }
      >
        <Match when={props.summary.state === 'closed'}>
          <ClosedWork summary={props.summary} />
        </Match>
        <Match when={props.summary.state === 'archived' && props.summary.reason}>
          {(reason) => (
            <p class="text-center text-muted">{t('footer.archived', { reason: t(`reason.${reason()}`) })}</p>
          )}
        </Match>
      </Switch>
    </footer>
  )
}

function ClosedWork(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const desk = useDesk()
  const [ending, setEnding] = createSignal(false)
  return (
    <div class="flex flex-wrap items-center gap-3">
      <div class="min-w-0 flex-1">
        <p role="status" class="flex items-center gap-2 font-semibold">
          <CircleCheck class="size-4 shrink-0 text-muted" />
          {t('badge.closed')}
        </p>
        <p class="text-xs text-muted">{t('footer.closed')}</p>
      </div>
      <Show when={permitsFor(props.summary, desk.inbox.me.id).endConversation}>
        <Button onClick={() => setEnding(true)}>{t('footer.file')}</Button>
        <EndDialog open={ending()} summary={props.summary} onClose={() => setEnding(false)} />
      </Show>
    </div>
  )
}
