import { Show } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { classes } from '../ui/classes.ts'
import { useWords } from '../words/words.tsx'
import type { MessageEntry, SaidEntry } from './entry.ts'
import { LinkedText } from './linked-text.tsx'
import { MessageNote } from './message-note.tsx'

export interface TurnProps {
  entry: SaidEntry
  /** Whose screen this is. */
  side: Side
  otherName: string
  /** Follows a message of the same turn. */
  continues: boolean
  /** The last one of its turn, which carries the time. */
  last: boolean
}

export interface MessageRowProps extends TurnProps {
  entry: MessageEntry
  onRetry?: ((messageId: string) => void) | undefined
}

/** A message in its bubble: one's own at the end of the line, the other side's at the start. */
export function MessageRow(props: MessageRowProps) {
  const own = () => props.entry.side === props.side
  return (
    <div class={classes('flex flex-col', own() ? 'items-end ps-12' : 'items-start pe-12')}>
      <Author turn={props} own={own()} />
      <p
        dir="auto"
        class={classes(
          'max-w-[34rem] rounded-card px-3 py-2 text-start whitespace-pre-wrap wrap-anywhere',
          'text-[0.9375rem] leading-[1.375rem]',
          own() ? 'bg-accent-soft text-ink' : 'border border-line bg-raised text-ink',
          own() && props.last && 'rounded-ee-sm',
          !own() && props.last && 'rounded-es-sm',
          props.entry.status !== 'sent' && 'opacity-70',
        )}
      >
        <LinkedText text={props.entry.text} />
      </p>
      <Show when={props.last || props.entry.status === 'failed' || props.entry.status === 'refused'}>
        <MessageNote entry={props.entry} own={own()} onRetry={props.onRetry} />
      </Show>
    </div>
  )
}

/** Seen above the other side's turn; one's own is only said aloud, for its place says it to the eye. */
export function Author(props: { turn: TurnProps; own: boolean }) {
  const words = useWords()
  const name = () => {
    if (props.own) return words.t('conversation.you')
    return props.turn.entry.authorName ?? props.turn.otherName
  }
  const seen = () => !props.own && !props.turn.continues
  return <span class={seen() ? 'px-1 pb-1 text-xs text-muted' : 'sr-only'}>{name()}</span>
}
