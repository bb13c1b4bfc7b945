import { For, lazy, Show, Suspense } from 'solid-js'
import { useCalls } from './calls.ts'
import { useDesk } from './desk.ts'

const loadDock = () => import('./call-dock.tsx').then((module) => ({ default: module.CallDock }))
const CallDock = lazy(loadDock)

// The call's code is on its way before the first job rings: on green every round trip counts.
const idle = (work: () => void) =>
  typeof requestIdleCallback === 'function' ? requestIdleCallback(work) : setTimeout(work, 2_000)

/** The calls under way, beside whatever screen the operator looks at: going elsewhere hangs nothing up. */
export function CallDocks() {
  const calls = useCalls()
  const desk = useDesk()
  idle(() => void loadDock())
  return (
    <Suspense>
      <For each={calls.ids()}>
        {(id) => (
          <Show when={desk.conversation(id)}>
            {(summary) => <CallDock summary={summary()} calls={calls} />}
          </Show>
        )}
      </For>
    </Suspense>
  )
}
