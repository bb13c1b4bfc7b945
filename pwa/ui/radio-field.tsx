import { createUniqueId, For, Show } from 'solid-js'
import { classes } from './classes.ts'

export interface RadioFieldProps {
  label: string
  value: string | null
  options: readonly { value: string; label: string; hint?: string }[]
  onChange(value: string): void
  /** `row` puts two or three beside each other where there is room. */
  layout?: 'row' | 'column'
}

/** One of a few, all in sight. The browser's own radio buttons, so that arrow keys and forms work as everywhere. */
export function RadioField(props: RadioFieldProps) {
  const id = createUniqueId()
  return (
    <div role="radiogroup" aria-labelledby={id} class="flex flex-col gap-1.5">
      <span id={id} class="text-sm font-medium">
        {props.label}
      </span>
      <div class={classes('grid gap-2', props.layout === 'row' && 'sm:grid-cols-2')}>
        <For each={props.options}>{(option) => <Radio name={id} field={props} option={option} />}</For>
      </div>
    </div>
  )
}

function Radio(props: { name: string; field: RadioFieldProps; option: RadioFieldProps['options'][number] }) {
  const labelId = createUniqueId()
  return (
    <label
      class={classes(
        'flex items-start gap-2.5 rounded-control border border-line px-3 py-2.5 transition-colors hover:bg-sunken',
        'has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 outline-info',
      )}
    >
      <input
        type="radio"
        name={props.name}
        value={props.option.value}
        aria-labelledby={labelId}
        checked={props.field.value === props.option.value}
        onChange={() => props.field.onChange(props.option.value)}
        class="mt-0.5 size-4 shrink-0 accent-accent-fill outline-none"
      />
      <span class="flex flex-col">
        <span id={labelId}>{props.option.label}</span>
        <Show when={props.option.hint}>
          <span class="text-xs text-muted">{props.option.hint}</span>
        </Show>
      </span>
    </label>
  )
}
