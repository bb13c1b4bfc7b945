import { useLocation } from '@solidjs/router'
import { For, type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from '../ui/classes.ts'
import type { Icon } from '../ui/icon-button.tsx'

export interface Place {
  href: string
  label: string
  icon: Icon
  /** How many things there want attention. */
  count?: number
  /** Whether the address belongs to it. */
  holds(path: string): boolean
}

/** A rail at the start on a wide screen, a bar at the bottom on a phone. `children` stand at its end. */
export function Navigation(
  props: ParentProps<{ label: string; places: readonly Place[]; hiddenOnPhone: boolean }>,
) {
  return (
    <nav
      aria-label={props.label}
      class={classes(
        'shrink-0 items-stretch gap-1 border-line bg-surface',
        'border-t pb-[env(safe-area-inset-bottom)] md:flex md:w-24 md:flex-col md:border-t-0 md:border-e md:px-1 md:py-3 lg:w-26 lg:px-2',
        props.hiddenOnPhone ? 'max-md:hidden' : 'flex',
      )}
    >
      <For each={props.places}>{(place) => <PlaceLink place={place} />}</For>
      {props.children}
    </nav>
  )
}

function PlaceLink(props: { place: Place }) {
  const location = useLocation()
  const here = () => props.place.holds(location.pathname)
  return (
    <span class="relative flex min-w-0 flex-auto md:flex-none">
      <a
        href={props.place.href}
        aria-label={props.place.label}
        aria-current={here() ? 'page' : undefined}
        class={classes(
          'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-1 rounded-control text-xs transition-colors',
          '[&>svg]:size-5',
          here()
            ? 'font-medium text-accent md:bg-accent-soft'
            : 'text-muted hover:text-ink md:hover:bg-sunken',
        )}
      >
        <Dynamic component={props.place.icon} />
        <span class="max-w-full truncate text-xs leading-tight tracking-tight">{props.place.label}</span>
      </a>
      <Show when={props.place.count}>
        <Count value={props.place.count ?? 0} />
      </Show>
    </span>
  )
}

/** Beside the link and not in it: what is read on a link and is not in its name fails voice control. */
function Count(props: { value: number }) {
  return (
    <span
      aria-hidden="true"
      class="pointer-events-none absolute start-[calc(50%+0.25rem)] top-1.5 min-w-4.5 rounded-full bg-accent-fill px-1 text-center text-[0.6875rem] leading-[1.125rem] font-semibold text-on-fill"
    >
      {props.value > 99 ? '99+' : props.value}
    </span>
  )
}
