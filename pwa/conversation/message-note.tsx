import CircleAlert from 'lucide-solid/icons/circle-alert'
import { Match, Switch, useContext } from 'solid-js'
import { shownPart } from '../ui/shown-part.ts'
import { formatTime } from '../words/formats.ts'
import { useWords } from '../words/words.tsx'
import type { MessageEntry } from './entry.ts'
import { RefusedContext } from './refused.ts'

interface MessageNoteProps {
  entry: MessageEntry
  own: boolean
  onRetry?: ((messageId: string) => void) | undefined
}

/** Below a message: when it was said, or how far it got. */
export function MessageNote(props: MessageNoteProps) {
  const words = useWords()
  const refused = useContext(RefusedContext)
  return (
    <span class="flex min-h-5 items-center gap-1.5 px-1 pt-0.5 text-xs text-muted tabular-nums select-none">
      <Switch fallback={formatTime(props.entry.at, words.language())}>
        <Match when={props.entry.status === 'sending'}>{words.t('conversation.sending')}</Match>
        <Match when={props.entry.status === 'refused' && refused}>
          {(show) => shownPart(show, { messageId: props.entry.messageId })}
        </Match>
        <Match when={props.entry.status === 'failed' || props.entry.status === 'refused'}>
          <CircleAlert class="size-3.5" />
          {words.t('conversation.failed')}
          <button
            type="button"
            class="-my-2 px-1 py-2 font-medium text-info underline underline-offset-2"
            onClick={() => props.onRetry?.(props.entry.messageId)}
          >
            {words.t('conversation.retry')}
          </button>
        </Match>
        <Match when={props.own}>
          {formatTime(props.entry.at, words.language())} · {words.t('conversation.sent')}
        </Match>
      </Switch>
    </span>
  )
}
