import type { JSX } from 'solid-js'
import { classes } from '../ui/classes.ts'

/** A list and what is chosen from it: beside each other, or one at a time on a phone. */
export function TwoPanes(props: { list: JSX.Element; detail: JSX.Element; inside: boolean }) {
  return (
    <div class="flex min-h-0 min-w-0 flex-1">
      <div
        class={classes(
          'min-h-0 w-full shrink-0 border-line md:w-72 md:border-e xl:w-80',
          props.inside && 'max-md:hidden',
        )}
      >
        {props.list}
      </div>
      <div class={classes('flex min-h-0 min-w-0 flex-1 bg-raised', !props.inside && 'max-md:hidden')}>
        {props.detail}
      </div>
    </div>
  )
}
