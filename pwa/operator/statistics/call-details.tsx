import { createSignal, For, Show } from 'solid-js'
import type { CallId, ConversationId } from '../../../edge/domain/ids.ts'
import type { CallRecord } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { useWords } from '../../words/words.tsx'
import { errorKey } from '../error-words.ts'
import { recordFacts, recordLine } from './record-facts.ts'

/** How a call was, under the line that says that it ended; looked up when somebody wants to know. */
export function CallDetails(props: { conversationId: ConversationId; callId: CallId }) {
  const words = useWords()
  const [record, setRecord] = createSignal<CallRecord | null>(null)
  const [error, setError] = createSignal<unknown>(null)

  async function look(isOpen: boolean): Promise<void> {
    if (!isOpen) return
    setError(null)
    const path = `/api/conversations/${props.conversationId}/calls/${props.callId}`
    await request<CallRecord>('GET', path).then(setRecord, setError)
  }

  return (
    <details
      class="mx-auto max-w-md px-4 text-center text-xs text-muted"
      onToggle={(event) => void look(event.currentTarget.open)}
    >
      <summary class="inline-block rounded-control px-1 hover:text-ink">{words.t('record.show')}</summary>
      <div role="status" class="flex flex-col gap-1 pt-1">
        <Show when={error()}>
          <p>{words.t(errorKey(error()))}</p>
        </Show>
        <Show when={record()}>
          {(found) => (
            <>
              <p class="font-medium text-ink">{recordLine(found(), words)}</p>
              <For each={recordFacts(found(), words)}>{(line) => <p>{line}</p>}</For>
            </>
          )}
        </Show>
      </div>
    </details>
  )
}
