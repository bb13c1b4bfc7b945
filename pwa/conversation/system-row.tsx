import Video from 'lucide-solid/icons/video'
import { Show, useContext } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { shownPart } from '../ui/shown-part.ts'
import { formatTime } from '../words/formats.ts'
import { useWords } from '../words/words.tsx'
import { CallDetailsContext } from './call-details.ts'
import type { SystemEntry } from './entry.ts'
import { endedCall, isCallLine, systemLine } from './system-line.ts'

/** One quiet line for something that happened; a call's start and end in green. */
export function SystemRow(props: { entry: SystemEntry; side: Side; otherName: string }) {
  const words = useWords()
  const line = () => systemLine(props.entry.event, props, words)
  const details = useContext(CallDetailsContext)
  const time = () => formatTime(props.entry.at, words.language())
  return (
    <Show when={props.entry.event.type !== 'note.written'} fallback={<NoteRow text={line()} time={time()} />}>
      <p class="flex items-start justify-center gap-2 px-4 py-1 text-center text-xs text-muted">
        <Show
          when={isCallLine(props.entry.event)}
          fallback={<span class="min-w-0 wrap-anywhere">{line()}</span>}
        >
          <span class="inline-flex items-center gap-1.5 font-medium text-success">
            <Video class="size-3.5 shrink-0" />
            {line()}
          </span>
        </Show>
        <time class="shrink-0 tabular-nums">{time()}</time>
      </p>
      <Show when={details && endedCall(props.entry.event)}>
        {(callId) => shownPart(() => details, { callId: callId() })}
      </Show>
    </Show>
  )
}

/** The team's own words: on another ground than what the customer reads, and never at a side. */
function NoteRow(props: { text: string; time: string }) {
  return (
    <p
      dir="auto"
      class="mx-auto my-1 max-w-[34rem] rounded-card border border-dashed border-warning bg-warning-soft px-3 py-2 text-sm whitespace-pre-wrap wrap-anywhere text-ink"
    >
      {props.text} <time class="ps-1 text-xs text-muted tabular-nums">{props.time}</time>
    </p>
  )
}
