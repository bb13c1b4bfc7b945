import { type JSX, type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Icon } from './icon-button.tsx'

/** An empty place that says what to do next. */
export function EmptyState(props: ParentProps<{ icon: Icon; title: string; action?: JSX.Element }>) {
  return (
    <div class="m-auto flex max-w-xs flex-col items-center gap-1 p-8 text-center">
      <span class="mb-2 flex size-12 items-center justify-center rounded-full bg-sunken text-muted">
        <Dynamic component={props.icon} class="size-5" />
      </span>
      <p class="font-medium">{props.title}</p>
      <p class="text-muted">{props.children}</p>
      <Show when={props.action}>
        <div class="mt-3">{props.action}</div>
      </Show>
    </div>
  )
}
