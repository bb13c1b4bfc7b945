import { type Accessor, createSignal } from 'solid-js'

/** How much of a phone's screen the chat has beside the video. */
export type SheetHeight = 'low' | 'half' | 'tall'

export interface ChatSheet {
  height: Accessor<SheetHeight>
  /** What a tap on the handle does: more of the chat, and from the top back to the video. */
  turn(): void
  /** For the handle's element: a pull moves the sheet by a step. */
  pulled(event: PointerEvent): void
}

const heights: readonly SheetHeight[] = ['low', 'half', 'tall']
const pullPx = 24

export function createChatSheet(): ChatSheet {
  const [height, setHeight] = createSignal<SheetHeight>('half')
  const place = () => heights.indexOf(height())
  const goTo = (next: number) => setHeight((now) => heights[next] ?? now)
  let wasPulled = false

  function pulled(down: PointerEvent) {
    const handle = down.currentTarget as HTMLElement
    handle.setPointerCapture(down.pointerId)
    wasPulled = false
    handle.onpointerup = (up) => {
      handle.onpointerup = null
      const distance = down.clientY - up.clientY
      wasPulled = Math.abs(distance) > pullPx
      if (wasPulled) goTo(place() + Math.sign(distance))
    }
  }

  function turn() {
    // The click that ends a pull is not a tap.
    if (!wasPulled) goTo((place() + 1) % heights.length)
    wasPulled = false
  }

  return { height, turn, pulled }
}
