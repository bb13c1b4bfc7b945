import { Show } from 'solid-js'

export interface CheckFieldProps {
  label: string
  /** What it means, below it. */
  help?: string | undefined
  checked: boolean
  onChange(on: boolean): void
}

/** A choice that is taken at once. */
export function CheckField(props: CheckFieldProps) {
  return (
    <label class="flex min-h-9 items-start gap-3 py-1.5 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        class="mt-0.5 size-4 shrink-0 accent-accent-fill"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        <span class="block font-medium">{props.label}</span>
        <Show when={props.help}>
          <span class="block text-xs text-muted">{props.help}</span>
        </Show>
      </span>
    </label>
  )
}
