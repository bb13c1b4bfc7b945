import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Spot } from './picture-geometry.ts'

export const bloomMs = 1_200
// More at once would say nothing, and could only be a flood.
const most = 8

/** Taps on a picture: each blooms for a moment and is gone. */
export function createPings(): { pings: Accessor<readonly Spot[]>; add(spot: Spot): void } {
  const [pings, setPings] = createSignal<readonly Spot[]>([])
  const timers = new Set<ReturnType<typeof setTimeout>>()

  function add({ x, y }: Spot): void {
    const ping = { x, y }
    setPings((now) => [...now.slice(1 - most), ping])
    const timer = setTimeout(() => {
      timers.delete(timer)
      setPings((now) => now.filter((one) => one !== ping))
    }, bloomMs)
    timers.add(timer)
  }

  onCleanup(() => timers.forEach(clearTimeout))
  return { pings, add }
}
