import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** The time of day in milliseconds, as often as asked for: what waits is seen to wait. */
export function createClock(everyMs = 1000): Accessor<number> {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), everyMs)
  onCleanup(() => clearInterval(timer))
  return now
}
