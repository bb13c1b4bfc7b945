import { For } from 'solid-js'

/** Any of some options, each with its own box. */
export function CheckList(props: {
  label: string
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChange(chosen: string[]): void
}) {
  const toggle = (value: string, on: boolean) =>
    props.onChange(on ? [...props.chosen, value] : props.chosen.filter((other) => other !== value))
  return (
    <fieldset>
      <legend class="mb-1.5 text-sm font-medium">{props.label}</legend>
      <div class="max-h-48 overflow-y-auto rounded-control border border-line p-1">
        <For each={props.options}>
          {(option) => (
            <label class="flex min-h-9 items-center gap-2.5 rounded-control px-2.5 hover:bg-sunken pointer-coarse:min-h-11">
              <input
                type="checkbox"
                class="size-4 shrink-0 accent-accent-fill"
                checked={props.chosen.includes(option.value)}
                onChange={(event) => toggle(option.value, event.currentTarget.checked)}
              />
              <span class="min-w-0 truncate">{option.label}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
