import type { Component } from 'solid-js'

/** An icon out of its markup on a ground of 24 by 24, sized and coloured by its classes. */
export function drawIcon(markup: string): Component<{ class?: string }> {
  return (props) => (
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
      innerHTML={markup}
    />
  )
}
