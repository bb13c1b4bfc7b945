import { onCleanup } from 'solid-js'

/**
 * Keeps the focus in a dialog whose focused part goes away, such as the button of an upload that was cancelled. It
 * would fall to the page behind, and with it the keys, Escape too.
 */
export function holdFocus(dialog: HTMLElement): void {
  const page = dialog.ownerDocument
  const watch = new MutationObserver(() => page.activeElement === page.body && dialog.focus())
  watch.observe(dialog, { childList: true, subtree: true })
  onCleanup(() => watch.disconnect())
}
