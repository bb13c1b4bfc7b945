import type { Spot } from './picture-geometry.ts'
import type { Still } from './still.ts'

/** Where the keys have led the pen, over a picture that is fitted as `object-contain` does. */
export function PenMark(props: { still: Still; spot: Spot; isDown: boolean }) {
  const size = () => Math.max(props.still.width, props.still.height) / 40
  const x = () => props.spot.x * props.still.width
  const y = () => props.spot.y * props.still.height
  const cross = () => `M${x() - size()} ${y()}h${size() * 2}M${x()} ${y() - size()}v${size() * 2}`
  return (
    <svg
      data-pen={props.isDown ? 'down' : 'up'}
      viewBox={`0 0 ${props.still.width} ${props.still.height}`}
      class="pointer-events-none absolute inset-0 size-full fill-none"
      aria-hidden="true"
    >
      <path d={cross()} class="stroke-stage" stroke-width={size() / 3} />
      <path d={cross()} class="stroke-on-fill" stroke-width={size() / 7} />
      <circle
        cx={x()}
        cy={y()}
        r={size() / 2.5}
        class={props.isDown ? 'fill-info-fill stroke-on-fill' : 'stroke-on-fill'}
        stroke-width={size() / 7}
      />
    </svg>
  )
}
