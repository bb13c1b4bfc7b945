import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'

export interface Settled {
  isSettled: Accessor<boolean>
  /** The other side's first frame is on the screen. */
  pictured(): void
}

// A connection that is too weak for a picture is not to wait for it.
const patienceMs = 3_000

/** Whether what the first picture can do without may be fetched: from that picture on, or a while after there was none. */
export function createSettled(isUp: Accessor<boolean>): Settled {
  const [isSettled, setSettled] = createSignal(false)
  createEffect(() => {
    if (!isUp()) return
    const timer = setTimeout(() => setSettled(true), patienceMs)
    onCleanup(() => clearTimeout(timer))
  })
  return { isSettled, pictured: () => setSettled(true) }
}
