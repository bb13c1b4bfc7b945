import type { JSX, ParentProps } from 'solid-js'

/** A list with the button that adds to it. */
export function TeamPanel(props: ParentProps<{ title: string; action?: JSX.Element }>) {
  return (
    <section aria-label={props.title}>
      <div class="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 class="text-base font-semibold">{props.title}</h2>
        {props.action}
      </div>
      <ul class="divide-y divide-line rounded-card border border-line bg-raised shadow-low">
        {props.children}
      </ul>
    </section>
  )
}
