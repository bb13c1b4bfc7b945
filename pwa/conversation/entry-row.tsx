import { Match, Show, Switch, useContext } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import { FilesContext } from './attachments/conversation-files.ts'
import type { AttachmentEntry, Entry, MessageEntry, SystemEntry } from './entry.ts'
import { continuesTurn, startsDay } from './grouping.ts'
import { later } from './later.tsx'
import { MessageRow } from './message-row.tsx'
import { SystemRow } from './system-row.tsx'

// A conversation of today has none.
const DayLine = later(() => import('./seldom-parts.ts').then((parts) => parts.DayLine))

export interface EntryRowProps {
  entry: Entry
  previous: Entry | undefined
  next: Entry | undefined
  side: Side
  otherName: string
  onRetry?: ((messageId: string) => void) | undefined
}

/** What stands in one list item: the day if it is the day's first, and the entry. */
export function EntryRow(props: EntryRowProps) {
  const around = useContext(FilesContext)
  const continues = () => continuesTurn(props.previous, props.entry)
  const last = () => !props.next || !continuesTurn(props.entry, props.next)
  return (
    <div class={`relative mx-auto max-w-3xl px-4 ${continues() ? 'pt-1' : 'pt-3'}`}>
      <Show when={startsDay(props.previous, props.entry, Date.now())}>
        <DayLine at={props.entry.at} />
      </Show>
      <Switch
        fallback={
          <SystemRow entry={props.entry as SystemEntry} side={props.side} otherName={props.otherName} />
        }
      >
        <Match when={props.entry.kind === 'message'}>
          <MessageRow
            entry={props.entry as MessageEntry}
            side={props.side}
            otherName={props.otherName}
            continues={continues()}
            last={last()}
            onRetry={props.onRetry}
          />
        </Match>
        <Match when={props.entry.kind === 'attachment'}>
          <Show when={around} fallback={<p dir="auto">{(props.entry as AttachmentEntry).file.name}</p>}>
            {(found) => {
              const { Row } = found().files.parts
              return (
                <Row
                  entry={props.entry as AttachmentEntry}
                  side={props.side}
                  otherName={props.otherName}
                  continues={continues()}
                  last={last()}
                  around={found()}
                />
              )
            }}
          </Show>
        </Match>
      </Switch>
    </div>
  )
}

/** The event's name on its list item, for those who look a call's lines up. */
export function eventName(entry: Entry | undefined): string | undefined {
  if (entry?.kind === 'attachment') return 'attachment.shared'
  return entry?.kind === 'system' ? entry.event.type : entry && 'message.posted'
}
