import { type Accessor, createEffect, For, Show } from 'solid-js'
import { type Spot, toScreen } from './picture-geometry.ts'
import type { PlacedView } from './picture-view.ts'
import { bloomMs } from './pings.ts'

export interface PointerMarksProps {
  view: PlacedView | null
  spot: Spot | null
  pings: readonly Spot[]
}

/** The blue indicator and the blooming taps, over the picture that they belong to. */
export function PointerMarks(props: PointerMarksProps) {
  return (
    <div class="pointer-events-none absolute inset-0 overflow-hidden" aria-hidden="true">
      <Show when={props.view}>
        {(view) => (
          <>
            <For each={props.pings}>{(ping) => <Ping view={view()} spot={ping} />}</For>
            <Show when={props.spot}>
              {(spot) => (
                <span
                  ref={(mark) => followSpot(mark, () => ({ view: view(), spot: spot() }))}
                  data-mark="point"
                  class="absolute -m-3 size-6 rounded-full border-3 border-on-fill bg-info-fill shadow-high ring-4 ring-info-fill/45"
                />
              )}
            </Show>
          </>
        )}
      </Show>
    </div>
  )
}

function Ping(props: { view: PlacedView; spot: Spot }) {
  function bloom(ring: HTMLElement): void {
    followSpot(ring, () => ({ view: props.view, spot: props.spot }))
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    ring.animate?.([{ scale: 0.2 }, { scale: 1, opacity: 1, offset: 0.4 }, { scale: 1.25, opacity: 0 }], {
      duration: bloomMs,
      easing: 'ease-out',
      fill: 'forwards',
    })
  }
  return (
    <span
      ref={bloom}
      data-mark="ping"
      class="absolute -m-8 size-16 rounded-full border-4 border-info-fill bg-info-fill/20 ring-2 ring-on-fill"
    />
  )
}

// By the element's own style: the page forbids styles written into the markup. `left` whatever the writing's
// direction, because a picture has none.
function followSpot(mark: HTMLElement, now: Accessor<{ view: PlacedView; spot: Spot }>): void {
  createEffect(() => {
    const { view, spot } = now()
    const { x, y } = toScreen(view, spot)
    mark.style.left = '0'
    mark.style.top = '0'
    mark.style.translate = `${view.left + x}px ${view.top + y}px`
  })
}
