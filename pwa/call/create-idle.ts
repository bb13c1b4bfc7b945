import { type Accessor, createSignal, onCleanup } from 'solid-js'

const restMs = 3_000

/** True when the mouse has rested for a while. `stir` says that somebody is there. */
export function createIdle(): { isIdle: Accessor<boolean>; stir(): void } {
  const [isIdle, setIdle] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function stir(): void {
    setIdle(false)
    clearTimeout(timer)
    timer = setTimeout(() => setIdle(true), restMs)
  }

  onCleanup(() => clearTimeout(timer))
  return { isIdle, stir }
}
