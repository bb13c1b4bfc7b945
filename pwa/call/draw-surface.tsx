import { type JSX, onMount, Show } from 'solid-js'
import { borrowFocus } from '../ui/borrow-focus.ts'
import { useWords } from '../words/words.tsx'
import type { DrawingTool } from './drawing-message.ts'
import type { Freeze } from './freeze.ts'
import { createKeyPen } from './key-pen.ts'
import { PenMark } from './pen-mark.tsx'
import { type Spot, toFrame } from './picture-geometry.ts'
import type { Still } from './still.ts'

type OnSurface = PointerEvent & { currentTarget: HTMLElement }

/** Takes mouse, finger, pen and keys; what is drawn shows on the other side while the hand still moves. */
export function DrawSurface(props: { freeze: Freeze; still: Still; tool: DrawingTool; class: string }) {
  const { freeze } = props
  const { t } = useWords()
  const keyPen = createKeyPen(freeze, () => props.tool)
  let drawingWith: number | null = null
  let surface: HTMLDivElement | undefined
  onMount(() => surface && borrowFocus(surface))

  function spotAt(surface: HTMLElement, { clientX, clientY }: PointerEvent): Spot | null {
    const box = surface.getBoundingClientRect()
    const { width: frameWidth, height: frameHeight } = props.still
    const view = {
      width: box.width,
      height: box.height,
      frameWidth,
      frameHeight,
      fit: 'contain',
      mirrored: false,
    } as const
    return toFrame(view, { x: clientX - box.left, y: clientY - box.top })
  }

  function start(event: OnSurface): void {
    const spot = spotAt(event.currentTarget, event)
    if (!spot || !event.isPrimary || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drawingWith = event.pointerId
    keyPen.putAway()
    freeze.start(props.tool, spot)
  }

  function move(event: OnSurface): void {
    if (event.pointerId !== drawingWith) return
    const under = event.currentTarget
    // A pen reports more often than the screen is drawn; all of it belongs to the line.
    const steps = event.getCoalescedEvents?.() ?? []
    const spots = (steps.length > 0 ? steps : [event]).map((step) => spotAt(under, step))
    freeze.extend(spots.filter((spot) => spot !== null))
  }

  const stop: JSX.EventHandler<HTMLElement, PointerEvent> = (event) => {
    if (event.pointerId === drawingWith) drawingWith = null
  }

  return (
    <div
      ref={surface}
      data-surface=""
      role="application"
      tabindex="0"
      aria-label={t('call.draw-surface')}
      class={`absolute cursor-crosshair touch-none ${props.class}`}
      onKeyDown={keyPen.press}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={stop}
      onPointerCancel={stop}
    >
      <Show when={keyPen.spot()}>
        {(spot) => <PenMark still={props.still} spot={spot()} isDown={keyPen.isDown()} />}
      </Show>
    </div>
  )
}
