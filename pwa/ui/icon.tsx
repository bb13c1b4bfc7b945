import { For } from 'solid-js'
import { Dynamic } from 'solid-js/web'

interface IconProps {
  class?: string
  icon: { node: readonly [tag: string, attributes: Record<string, string>][] }
}

// Stands in for the component that lucide-solid's icons draw themselves with (vite.config.ts puts it there):
// theirs merges sizes, colours and contexts that we never give, at ten times the weight.
/** An icon of lucide's, sized and coloured by its classes. */
export default function Icon(props: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      class={props.class}
    >
      <For each={props.icon.node}>
        {([tag, { key: _, ...attributes }]) => <Dynamic component={tag} {...attributes} />}
      </For>
    </svg>
  )
}
