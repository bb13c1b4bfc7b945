import type { JSX } from 'solid-js'
import { onMount } from 'solid-js'
import { borrowFocus } from '../ui/borrow-focus.ts'
import { useWords } from '../words/words.tsx'
import { ledSpot } from './led-spot.ts'
import { type Spot, toFrame } from './picture-geometry.ts'
import type { Pointer } from './pointer.ts'

/** Lies over the customer's picture while the hand is out: what moves over it is seen on the other side. */
export function PointerLayer(props: { pointer: Pointer }) {
  const { t } = useWords()
  const { pointer } = props

  function spotUnder(event: MouseEvent & { currentTarget: HTMLElement }): Spot | null {
    const view = pointer.view()
    const box = event.currentTarget.getBoundingClientRect()
    return (
      view &&
      toFrame(view, { x: event.clientX - box.left - view.left, y: event.clientY - box.top - view.top })
    )
  }

  const follow: JSX.EventHandler<HTMLElement, PointerEvent> = (event) => {
    const spot = spotUnder(event)
    if (spot) pointer.moveTo(spot)
  }

  const tap: JSX.EventHandler<HTMLElement, MouseEvent> = (event) => {
    const spot = spotUnder(event)
    if (spot) pointer.ping(spot)
  }

  const press: JSX.EventHandler<HTMLElement, KeyboardEvent> = (event) => {
    const spot = pointer.spot()
    const to = spot && ledSpot(spot, event)
    if (to) pointer.moveTo(to)
    else if (event.key === 'Enter' && spot) pointer.ping(spot)
    else if (event.key === 'Escape') pointer.toggle()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={(layer) => onMount(() => borrowFocus(layer))}
      role="application"
      tabindex="0"
      aria-label={t('call.pointer-layer')}
      class="absolute inset-0 cursor-crosshair touch-none outline-none select-none"
      onPointerDown={follow}
      onPointerMove={follow}
      onClick={tap}
      onKeyDown={press}
    />
  )
}
