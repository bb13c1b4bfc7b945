import { type Accessor, createSignal, onCleanup } from 'solid-js'

export interface BottomHold {
  /** Whether the newest is in view and stays there. */
  held: Accessor<boolean>
  toBottom(): void
  /** The content whose growth is to be followed; the one before is let go. */
  follow(content: HTMLElement): void
}

const nearPx = 48

/**
 * Keeps a scrolled box at its end while its content grows or the box itself shrinks (a keyboard opens),
 * until the person scrolls up. Only a move upwards that no change of height explains is the person's.
 */
export function makeBottomHold(box: HTMLElement): BottomHold {
  const [held, setHeld] = createSignal(true)
  let top = 0
  let height = 0

  const toBottom = () => {
    setHeld(true)
    box.scrollTop = box.scrollHeight
  }

  function onScroll() {
    const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx
    const isTheirs = box.scrollTop < top && box.scrollHeight === height
    if (isNear) setHeld(true)
    else if (isTheirs) setHeld(false)
    top = box.scrollTop
    height = box.scrollHeight
  }

  const sizes = new ResizeObserver(() => held() && toBottom())
  sizes.observe(box)
  box.addEventListener('scroll', onScroll, { passive: true })
  onCleanup(() => {
    sizes.disconnect()
    box.removeEventListener('scroll', onScroll)
  })
  return {
    held,
    toBottom,
    follow(content) {
      sizes.disconnect()
      sizes.observe(box)
      sizes.observe(content)
    },
  }
}
