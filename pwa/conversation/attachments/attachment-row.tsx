import { Show, useContext } from 'solid-js'
import { classes } from '../../ui/classes.ts'
import { formatTime } from '../../words/formats.ts'
import { useWords } from '../../words/words.tsx'
import type { AttachmentEntry } from '../entry.ts'
import { Author, type TurnProps } from '../message-row.tsx'
import { FilesContext } from './conversation-files.ts'

/** A file's place in the log. What it looks like comes with the code for files; until then, its name. */
export function AttachmentRow(props: TurnProps & { entry: AttachmentEntry }) {
  const words = useWords()
  const around = useContext(FilesContext)
  const own = () => props.entry.side === props.side
  const time = () => formatTime(props.entry.at, words.language())
  return (
    <div class={classes('flex flex-col', own() ? 'items-end ps-12' : 'items-start pe-12')}>
      <Author {...props} own={own()} />
      <Show when={around} fallback={<p dir="auto">{props.entry.file.name}</p>}>
        {(found) => {
          const { files, photos, pictures } = found()
          const kept = () => pictures[props.entry.file.attachmentId]
          return (
            <files.parts.Bubble entry={props.entry} photos={photos()} place={files.place} kept={kept()} />
          )
        }}
      </Show>
      <Show when={props.last}>
        <span class="min-h-5 px-1 pt-0.5 text-xs text-muted tabular-nums select-none">
          {own() ? `${time()} · ${words.t('conversation.sent')}` : time()}
        </span>
      </Show>
    </div>
  )
}
