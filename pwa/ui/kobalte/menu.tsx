import * as Kobalte from '@kobalte/core/dropdown-menu'
import { type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from '../classes.ts'
import type { Icon } from '../icon-button.tsx'

export const popoverClasses =
  'appear z-50 min-w-52 max-w-[calc(100vw-1rem)] rounded-card border border-line bg-raised p-1 shadow-mid outline-none'

export const optionClasses = classes(
  'flex min-h-9 items-center gap-2.5 rounded-control px-2.5 py-1.5 text-sm outline-none select-none pointer-coarse:min-h-11',
  'data-highlighted:bg-sunken data-disabled:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0',
)

/** A menu behind an icon. */
export function Menu(props: ParentProps<{ label: string; icon: Icon; class?: string }>) {
  return (
    <Kobalte.Root placement="bottom-start" gutter={4} modal={false}>
      <Kobalte.Trigger
        aria-label={props.label}
        title={props.label}
        class={classes(
          'inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted transition-colors',
          'hover:bg-sunken hover:text-ink data-expanded:bg-sunken pointer-coarse:size-11 [&>svg]:size-[1.125rem]',
          props.class,
        )}
      >
        <Dynamic component={props.icon} />
      </Kobalte.Trigger>
      <Kobalte.Portal>
        <Kobalte.Content class={popoverClasses}>{props.children}</Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}

export function MenuItem(props: ParentProps<{ icon?: Icon; danger?: boolean; onSelect(): void }>) {
  return (
    <Kobalte.Item
      class={classes(optionClasses, props.danger && 'text-danger')}
      onSelect={() => props.onSelect()}
    >
      <Show when={props.icon}>{(icon) => <Dynamic component={icon()} />}</Show>
      {props.children}
    </Kobalte.Item>
  )
}
