import { type Accessor, createSignal, onCleanup } from 'solid-js'

export interface BottomHold {
  /** Whether the newest is in view and stays there. */
  held: Accessor<boolean>
  toBottom(): void
  /** The content whose growth is to be followed; the one before is let go. */
  follow(content: HTMLElement): void
}

const nearPx = 48
const handMs = 500
const handEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown']

/**
 * Keeps a scrolled box at its end while its content grows or the box itself shrinks (a keyboard opens),
 * until the person scrolls up. The virtualiser moves the box as well when it measures its rows, so a move
 * upwards is the person's only if the height stayed, or if a hand was on the box a moment ago.
 */
export function makeBottomHold(box: HTMLElement): BottomHold {
  const [held, setHeld] = createSignal(true)
  let top = 0
  let height = 0
  let handAt = Number.NEGATIVE_INFINITY

  const toBottom = () => {
    setHeld(true)
    box.scrollTop = box.scrollHeight
  }

  const onHand = () => {
    handAt = performance.now()
  }

  function onScroll() {
    const isNear = box.scrollHeight - box.scrollTop - box.clientHeight < nearPx
    const isExplained = box.scrollHeight !== height && performance.now() - handAt > handMs
    if (isNear) setHeld(true)
    else if (box.scrollTop < top && !isExplained) setHeld(false)
    top = box.scrollTop
    height = box.scrollHeight
  }

  const sizes = new ResizeObserver(() => held() && toBottom())
  sizes.observe(box)
  box.addEventListener('scroll', onScroll, { passive: true })
  for (const event of handEvents) box.addEventListener(event, onHand, { passive: true })
  onCleanup(() => {
    sizes.disconnect()
    box.removeEventListener('scroll', onScroll)
    for (const event of handEvents) box.removeEventListener(event, onHand)
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
