import { useLocation } from '@solidjs/router'
import { For, Show } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { later } from '../conversation/later.tsx'
import { createLock } from '../platform/lock.ts'
import { useCalls } from './calls.ts'
import { useDesk } from './desk.ts'
import { lineLock } from './line-head-start.ts'

const CallDock = later(async () => (await import('./call-dock.tsx')).CallDock)

// The call's code is on its way before the first job rings: on green every round trip counts.
const idle = (work: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(work) : setTimeout(work, 2_000)

/** The calls under way, beside whatever screen the operator looks at: going elsewhere hangs nothing up. */
export function CallDocks() {
  const calls = useCalls()
  const desk = useDesk()
  const location = useLocation()
  idle(() => {
    CallDock.preload()
    void import('../call/call-place.tsx').then(
      ({ fetchRinging }) => fetchRinging(),
      () => {},
    )
  })
  // Of several calls the one of the open conversation is in sight, else the latest.
  const front = () => calls.ids().find((id) => location.pathname.endsWith(id)) ?? calls.ids().at(-1)
  return (
    <For each={calls.docks()}>
      {(id) => (
        <Show when={desk.conversation(id)}>
          {(summary) => <DockOfOneTab summary={summary()} hidden={id !== front()} />}
        </Show>
      )}
    </For>
  )
}

// Every tab may ring, but two tabs with a line would take the call from each other for ever.
function DockOfOneTab(props: { summary: ConversationSummary; hidden: boolean }) {
  const calls = useCalls()
  const call = () => props.summary.call
  const ringsHere = () => call()?.state === 'ringing' && call()?.placedBy === 'customer'
  const isComing = () => ringsHere() || calls.isOffered(props.summary.id)
  const wantsLine = () => calls.isExpected(props.summary.id) || (call() !== null && !ringsHere())
  const held = createLock(lineLock(props.summary.id), wantsLine)
  // Green was pressed in this tab and no other: the line need not wait for the lock, nor begin anew with it.
  const isOurs = () => held() || calls.isExpected(props.summary.id)
  return (
    <Show when={isOurs() || isComing()}>
      <CallDock summary={props.summary} calls={calls} isOurs={isOurs()} hidden={props.hidden} />
    </Show>
  )
}
