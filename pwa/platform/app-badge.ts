import { type Accessor, createEffect, onCleanup } from 'solid-js'

/** How much waits, on the app's icon; with the app closed the worker counts on. */
export function createAppBadge(count: Accessor<number>): void {
  // Refused where the app is not installed.
  createEffect(() => void navigator.setAppBadge?.(count()).catch(() => {}))
  // Who signed out has nothing waiting.
  onCleanup(() => void navigator.clearAppBadge?.().catch(() => {}))
}
