import { For } from 'solid-js'
import type { Side } from '../../edge/domain/tickets.ts'
import type { Entry } from './entry.ts'
import { EntryRow, eventName } from './entry-row.tsx'

/** What is at the top of the view: so many rows from the end, and so many pixels of the first are above it. */
export interface Place {
  rowsFromEnd: number
  hiddenPx: number
}

export interface RowsProps {
  entries: readonly Entry[]
  side: Side
  otherName: string
  onRetry?: ((messageId: string) => void) | undefined
  /** The box that scrolls. */
  box: HTMLElement
  ref(list: HTMLElement): void
  /** Where to begin; `null` leaves it to the bottom hold. */
  startAt: Place | null
}

/** Rows as they are, for conversations of an ordinary length. */
export function PlainRows(props: RowsProps) {
  return (
    <ol ref={props.ref} class="mt-auto pb-3">
      <For each={props.entries}>
        {(entry, index) => (
          <li data-event={eventName(entry)}>
            <EntryRow
              entry={entry}
              previous={props.entries[index() - 1]}
              next={props.entries[index() + 1]}
              side={props.side}
              otherName={props.otherName}
              onRetry={props.onRetry}
            />
          </li>
        )}
      </For>
    </ol>
  )
}
