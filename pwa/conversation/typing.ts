import { type Accessor, createSignal, onCleanup } from 'solid-js'

const sendEveryMs = 3_000
const shownForMs = 5_000

/** Tells the other side that somebody is typing here, at most every three seconds however fast they type. */
export function makeTypingSender(send: () => Promise<unknown>, now: () => number = Date.now): () => void {
  let sentAt = Number.NEGATIVE_INFINITY
  return () => {
    if (now() - sentAt < sendEveryMs) return
    sentAt = now()
    // Only a courtesy: if it does not arrive, nobody misses it.
    send().catch(() => {})
  }
}

export interface TypingSign {
  shown: Accessor<boolean>
  /** A sign of typing came; it holds for five seconds. */
  seen(): void
  /** Their message is here, so they are not typing it any more. */
  clear(): void
}

export function createTypingSign(): TypingSign {
  const [shown, setShown] = createSignal(false)
  let end: ReturnType<typeof setTimeout> | undefined
  function clear() {
    clearTimeout(end)
    setShown(false)
  }
  onCleanup(clear)
  return {
    shown,
    seen() {
      clearTimeout(end)
      setShown(true)
      end = setTimeout(clear, shownForMs)
    },
    clear,
  }
}
