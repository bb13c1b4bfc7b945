import { Show } from 'solid-js'
import { textIn } from '../../offline/intent.ts'
import type { Waiting } from '../../offline/outbox-store.ts'
import { useSay } from '../../shell/toasts.tsx'
import { useWords } from '../../words/words.tsx'
import { useOutbox } from './create-outbox.ts'

/** The words can always be had back: copied, and of a reply a note made, which is welcome in any state. */
export function RefusedActions(props: { entry: Waiting }) {
  const { t } = useWords()
  const outbox = useOutbox()
  const say = useSay()
  const isText = () => props.entry.intent.kind === 'message' || props.entry.intent.kind === 'note'
  async function copy() {
    await navigator.clipboard.writeText(textIn(props.entry.intent))
    say(t('menu.copied'))
  }
  return (
    <>
      <Show when={isText()}>
        <Action label={t('outbox.copy')} onClick={() => void copy()} />
      </Show>
      <Show when={props.entry.intent.kind === 'message'}>
        <Action label={t('outbox.as-note')} onClick={() => outbox.asNote(props.entry.id)} />
      </Show>
      <Action label={t('outbox.discard')} onClick={() => void outbox.discard(props.entry.id)} />
    </>
  )
}

function Action(props: { label: string; onClick(): void }) {
  return (
    <button
      type="button"
      class="px-1 py-1 font-medium text-info underline underline-offset-2"
      onClick={() => props.onClick()}
    >
      {props.label}
    </button>
  )
}
