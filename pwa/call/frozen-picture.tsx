import { For } from 'solid-js'
import { useWords } from '../words/words.tsx'
import { type Drawing, pathOf, strokeWidth } from './drawing.ts'
import type { Still } from './still.ts'

/** A frozen picture with what is drawn on it: all of it is seen, whatever the stage's size. */
export function FrozenPicture(props: { still: Still; drawing: Drawing; class?: string }) {
  const { t } = useWords()
  const width = () => strokeWidth(props.still)
  return (
    <div class="absolute inset-0 bg-stage">
      <div class={`absolute ${props.class ?? 'inset-0'}`}>
        <img
          src={props.still.url}
          alt={t('call.frozen-picture')}
          draggable={false}
          class="absolute inset-0 size-full object-contain"
        />
        {/* The default fit of SVG is what object-contain does to the picture. */}
        <svg
          viewBox={`0 0 ${props.still.width} ${props.still.height}`}
          class="pointer-events-none absolute inset-0 size-full fill-none text-info-fill"
          stroke-linecap="round"
          stroke-linejoin="round"
          aria-hidden="true"
        >
          <For each={props.drawing}>
            {(stroke) => (
              <>
                <path d={pathOf(stroke, props.still)} class="stroke-on-fill" stroke-width={width() * 1.7} />
                <path
                  d={pathOf(stroke, props.still)}
                  data-stroke={stroke.tool}
                  stroke="currentColor"
                  stroke-width={width()}
                />
              </>
            )}
          </For>
        </svg>
      </div>
    </div>
  )
}
