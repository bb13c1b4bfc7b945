import CircleAlert from 'lucide-solid/icons/circle-alert'
import { Show } from 'solid-js'
import { useWords } from '../../words/words.tsx'
import { useOutbox } from './create-outbox.ts'
import { refusalKey } from './refusal-key.ts'
import { RefusedActions } from './refused-actions.tsx'

/** Below a message that was not taken: why, and what can be done with its words. */
export function RefusedNote(props: { messageId: string }) {
  const { t } = useWords()
  const outbox = useOutbox()
  const entry = () => outbox.entries().find(({ id }) => id === props.messageId)
  return (
    <Show when={entry()}>
      {(found) => (
        <span class="flex flex-wrap items-center justify-end gap-x-2">
          <span class="flex gap-1.5 text-danger">
            <CircleAlert class="mt-px size-3.5 shrink-0" />
            {t(refusalKey(found().refused))}
          </span>
          <span class="flex flex-wrap gap-x-1">
            <RefusedActions entry={found()} />
          </span>
        </span>
      )}
    </Show>
  )
}
