import { A } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { textIn } from '../../offline/intent.ts'
import type { Waiting } from '../../offline/outbox-store.ts'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { useWords } from '../../words/words.tsx'
import { useOutbox } from './create-outbox.ts'
import { refusalKey } from './refusal-key.ts'
import { RefusedActions } from './refused-actions.tsx'

/** Everything that was written and not sent, in the order in which it goes out. */
export function OutboxDialog(props: { open: boolean; onClose(): void }) {
  const { t } = useWords()
  const outbox = useOutbox()
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('outbox.title')}
      closeLabel={t('common.close')}
    >
      <div class="p-5">
        <Show when={outbox.entries().length > 0} fallback={<p class="text-muted">{t('outbox.empty')}</p>}>
          <ul class="flex flex-col gap-4">
            <For each={outbox.entries()}>{(entry) => <Row entry={entry} onLeave={props.onClose} />}</For>
          </ul>
        </Show>
      </div>
    </Dialog>
  )
}

function Row(props: { entry: Waiting; onLeave(): void }) {
  const { t } = useWords()
  const state = () => {
    if (props.entry.refused) return t(refusalKey(props.entry.refused))
    return t(props.entry.kept ? 'outbox.waits' : 'outbox.unkept')
  }
  const words = () => {
    const { intent } = props.entry
    return intent.kind === 'end' ? t(`reason.${intent.reason}`) : textIn(intent)
  }
  return (
    <li class="min-w-0">
      <p class="flex gap-2 text-xs text-muted">
        <span>{t(`outbox.kind.${props.entry.intent.kind}`)}</span>
        <A
          href={`/conversations/${props.entry.conversationId}`}
          class="-my-1 truncate py-1 text-info underline underline-offset-2"
          dir="auto"
          onClick={() => props.onLeave()}
        >
          {props.entry.customer}
        </A>
      </p>
      <p dir="auto" class="mt-0.5 line-clamp-4 whitespace-pre-wrap wrap-anywhere">
        {words()}
      </p>
      <p
        class="mt-1 text-xs"
        classList={{ 'text-danger': props.entry.refused !== null, 'text-muted': !props.entry.refused }}
      >
        {state()}
      </p>
      <Show when={props.entry.refused}>
        <p class="mt-1 -ms-1 flex flex-wrap gap-x-2 text-xs">
          <RefusedActions entry={props.entry} />
        </p>
      </Show>
    </li>
  )
}
