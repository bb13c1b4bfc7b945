import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type { Locks } from './shared-stream.ts'

// Long enough for a reloaded page to come back to what it held.
const retryMs = 5_000
const politeMs = 2_000

export interface LockChoices {
  /** How long a tab behind lets the one in front go first, in milliseconds. */
  politeMs?: number
  locks?: Locks | undefined
}

/**
 * Whether this tab has what only one tab of the browser may have. It is asked for as soon as `wanted`
 * says so, and kept until the owner ends. The tab in front asks at once, one behind lets it go first.
 */
export function createLock(
  name: string,
  wanted: Accessor<boolean>,
  choices: LockChoices = {},
): Accessor<boolean> {
  const { locks } = { locks: navigator.locks, ...choices }
  const [held, setHeld] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })

  const attempt = () =>
    void locks?.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) {
        timer = setTimeout(attempt, retryMs)
        return
      }
      setHeld(true)
      return released
    })

  createEffect(() => {
    if (!wanted() || held() || timer !== undefined) return
    if (!locks) return void setHeld(true)
    timer = setTimeout(attempt, document.visibilityState === 'visible' ? 0 : (choices.politeMs ?? politeMs))
  })
  onCleanup(() => {
    clearTimeout(timer)
    release()
  })
  return held
}
