import { createMemo, Show } from 'solid-js'
import type { HintsProps } from './hints.tsx'
import { Hints } from './later-parts.ts'

/** Where the operator's hints appear, with what shows them. It waits for a pause to be read out. */
export function HintPlace(props: HintsProps) {
  const hasSome = createMemo(() =>
    props.room
      .timeline()
      .entries.some((entry) => entry.kind === 'system' && entry.event.type === 'hint.sent'),
  )
  return (
    <div role="status">
      <Show when={hasSome()}>
        <Hints room={props.room} isSeen={props.isSeen} onRetry={props.onRetry} onShown={props.onShown} />
      </Show>
    </div>
  )
}
