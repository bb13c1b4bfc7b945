import type { ParentProps } from 'solid-js'

/** A screen of one thought: in the middle of a desktop, and with room for the thumb on a phone. */
export function PageFrame(props: ParentProps) {
  return (
    <main class="flex min-h-full flex-col items-center overflow-y-auto px-6 pt-[max(2rem,env(safe-area-inset-top))] pb-[max(2rem,env(safe-area-inset-bottom))]">
      <div class="appear my-auto flex w-full max-w-sm flex-col">{props.children}</div>
    </main>
  )
}
