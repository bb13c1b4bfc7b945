import * as Kobalte from '@kobalte/core/tabs'
import { For, Index, type JSX, Show } from 'solid-js'

export interface Tab<Value extends string> {
  value: Value
  label: string
  /** Shown beside the label; the panel says it in its own words. */
  count?: number
}

export interface TabsProps<Value extends string> {
  label: string
  tabs: readonly Tab<Value>[]
  value: Value
  onChange(value: Value): void
  /** What lies behind a tab; only the chosen one is there. */
  panel(value: Value): JSX.Element
}

/** Compartments of which one is open. */
export function Tabs<Value extends string>(props: TabsProps<Value>) {
  const values = () => props.tabs.map(({ value }) => value)
  return (
    <Kobalte.Root
      value={props.value}
      onChange={(value) => props.onChange(value as Value)}
      class="flex min-h-0 flex-1 flex-col"
    >
      <Kobalte.List
        aria-label={props.label}
        class="sticky top-0 z-10 flex gap-1 border-b border-line bg-raised px-4"
      >
        <Index each={props.tabs}>
          {(tab) => (
            <Kobalte.Trigger
              value={tab().value}
              class="-mb-px inline-flex h-11 items-center gap-2 border-b-2 border-transparent px-2 text-sm font-medium text-muted transition-colors hover:text-ink data-selected:border-accent data-selected:text-ink"
            >
              {tab().label}
              <Show when={tab().count}>
                {(count) => (
                  <span
                    aria-hidden="true"
                    class="min-w-5 rounded-full bg-sunken px-1.5 text-center text-xs leading-5 tabular-nums"
                  >
                    {count()}
                  </span>
                )}
              </Show>
            </Kobalte.Trigger>
          )}
        </Index>
      </Kobalte.List>
      {/* By their values: a count that changes must not build a panel anew, and with it lose the focus. */}
      <For each={values()}>
        {(value) => (
          <Kobalte.Content value={value} class="flex min-h-0 flex-1 flex-col">
            {props.panel(value)}
          </Kobalte.Content>
        )}
      </For>
    </Kobalte.Root>
  )
}
