import { type Accessor, createEffect, onCleanup } from 'solid-js'
import { createVisibility } from './visibility.ts'

/** Keeps the screen from going dark while it is wanted. The system takes the lock from a page that nobody sees. */
export function createWakeLock(isWanted: Accessor<boolean>): void {
  const isVisible = createVisibility()
  createEffect(() => {
    if (!isWanted() || !isVisible()) return
    // Refused when the battery is low, and missing in older browsers: the call goes on without.
    const lock = navigator.wakeLock?.request('screen').catch(() => null)
    onCleanup(() => void lock?.then((held) => held?.release()))
  })
}
