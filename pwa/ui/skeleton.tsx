import { Index } from 'solid-js'

/** Keeps the layout of a list while it loads. Seen after 300 ms alone. */
export function ListSkeleton(props: { rows: number; label: string }) {
  return (
    <div role="status" aria-label={props.label} class="appear-late flex flex-col gap-1 p-2">
      <Index each={Array.from({ length: props.rows })}>
        {() => (
          <div class="flex items-center gap-3 p-2">
            <span class="size-9 shrink-0 animate-pulse rounded-full bg-sunken" />
            <span class="flex flex-1 flex-col gap-2">
              <span class="h-3 w-2/5 animate-pulse rounded-full bg-sunken" />
              <span class="h-3 w-4/5 animate-pulse rounded-full bg-sunken" />
            </span>
          </div>
        )}
      </Index>
    </div>
  )
}
