import { onCleanup } from 'solid-js'

/** Gives the focus to something that has just come, and back to where it was once that is gone. */
export function borrowFocus(taker: HTMLElement): void {
  const page = taker.ownerDocument
  const before = page.activeElement
  taker.focus({ preventScroll: true })
  onCleanup(() => {
    // Whoever has put it elsewhere meanwhile keeps it there.
    queueMicrotask(() => page.activeElement === page.body && (before as HTMLElement | null)?.focus?.())
  })
}
