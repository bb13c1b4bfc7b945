import { Show } from 'solid-js'
import { classes } from '../../ui/classes.ts'
import { formatTime } from '../../words/formats.ts'
import { useWords } from '../../words/words.tsx'
import type { AttachmentEntry } from '../entry.ts'
import { Author, type TurnProps } from '../message-row.tsx'
import { AttachmentBubble } from './attachment-bubble.tsx'
import type { FilesAround } from './conversation-files.ts'

export interface AttachmentRowProps extends TurnProps {
  entry: AttachmentEntry
  around: FilesAround
}

/** A file's place in the log. */
export function AttachmentRow(props: AttachmentRowProps) {
  const words = useWords()
  const own = () => props.entry.side === props.side
  const time = () => formatTime(props.entry.at, words.language())
  return (
    <div class={classes('flex flex-col', own() ? 'items-end ps-12' : 'items-start pe-12')}>
      <Author turn={props} own={own()} />
      <AttachmentBubble
        entry={props.entry}
        photos={props.around.photos()}
        place={props.around.files.place}
        kept={props.around.pictures[props.entry.file.attachmentId]}
      />
      <Show when={props.last}>
        <span class="min-h-5 px-1 pt-0.5 text-xs text-muted tabular-nums select-none">
          {own() ? `${time()} · ${words.t('conversation.sent')}` : time()}
        </span>
      </Show>
    </div>
  )
}
