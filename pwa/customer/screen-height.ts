import { onCleanup } from 'solid-js'
import { whenIdle } from './when-idle.ts'

/**
 * Gives an element the part of the screen that is really to be seen. iOS lays its keyboard over the page
 * and scrolls it, so without this the composer would be hidden, or the picture pushed out at the top.
 */
export function fillVisibleScreen(element: HTMLElement): void {
  const visible = window.visualViewport
  if (!visible) return
  function fit() {
    // A page that was zoomed into is being read, not typed in.
    if (!visible || visible.scale > 1.01) return
    element.style.height = `${visible.height}px`
    element.style.translate = visible.offsetTop > 0 ? `0 ${visible.offsetTop}px` : ''
  }
  // No keyboard is open yet, and asking now would lay the page out before it is whole.
  onCleanup(whenIdle(fit))
  visible.addEventListener('resize', fit)
  visible.addEventListener('scroll', fit)
  onCleanup(() => {
    visible.removeEventListener('resize', fit)
    visible.removeEventListener('scroll', fit)
  })
}
