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
/** Rows that were measured are moved a frame later, and a busy phone's frames are long. */
const settleMs = 500
const handEvents = ['wheel', 'touchmove', 'pointerdown', 'keydown']

/**
 * Keeps a scrolled box at its end while its content grows or the box itself shrinks (a keyboard opens),
 * until the person scrolls up. The box is moved as well when it is resized or its rows are measured, so a
 * move upwards is the person's only if all sizes stayed for a while, or if a hand was on the box a moment ago.
 */
export function makeBottomHold(box: HTMLElement): BottomHold {
  const [held, setHeld] = createSignal(true)
  let top = 0
  // Not measured yet: the page would be laid out before it is whole.
  let sizes = ''
  let sizedAt = Number.NEGATIVE_INFINITY
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
    const sizesNow = sizesOf(box)
    const now = performance.now()
    if (sizes && sizesNow !== sizes) sizedAt = now
    const isExplained = now - sizedAt < settleMs && now - handAt > handMs
    if (isNear) setHeld(true)
    else if (box.scrollTop < top && !isExplained) setHeld(false)
    top = box.scrollTop
    sizes = sizesNow
  }

  const resizes = new ResizeObserver(() => held() && toBottom())
  resizes.observe(box)
  box.addEventListener('scroll', onScroll, { passive: true })
  for (const event of handEvents) box.addEventListener(event, onHand, { passive: true })
  onCleanup(() => {
    resizes.disconnect()
    box.removeEventListener('scroll', onScroll)
    for (const event of handEvents) box.removeEventListener(event, onHand)
  })
  return {
    held,
    toBottom,
    follow(content) {
      resizes.disconnect()
      resizes.observe(box)
      resizes.observe(content)
    },
  }
}

function sizesOf({ scrollHeight, clientHeight }: HTMLElement): string {
  return `${scrollHeight} ${clientHeight}`
}
