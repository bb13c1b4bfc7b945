/** Decoration: what is going on is said by the words or the `aria-busy` beside it. */
export function Spinner(props: { class?: string }) {
  return (
    <svg
      class={`size-4 animate-spin ${props.class ?? ''}`}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6.5" opacity="0.25" />
      <path d="M14.5 8A6.5 6.5 0 0 0 8 1.5" stroke-linecap="round" />
    </svg>
  )
}
