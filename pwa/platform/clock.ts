import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { edgeNow } from './edge-clock.ts'

/** The edge's time of day in milliseconds, as often as asked for: what waits is seen to wait. */
export function createClock(everyMs = 1000): Accessor<number> {
  const [now, setNow] = createSignal(edgeNow())
  const timer = setInterval(() => setNow(edgeNow()), everyMs)
  onCleanup(() => clearInterval(timer))
  return now
}
