import ChevronDown from 'lucide-solid/icons/chevron-down'
import { createEffect, For } from 'solid-js'
import { classes } from './classes.ts'
import { Field, type FieldTexts, fieldBoxClasses } from './field.tsx'

export interface SelectFieldProps extends FieldTexts {
  value: string
  options: readonly { value: string; label: string }[]
  onChange(value: string): void
}

// The browser's own select: on a phone it is the system's wheel, which no list of ours beats.
/** One of some options. */
export function SelectField(props: SelectFieldProps) {
  let select: HTMLSelectElement | undefined
  // After the options: a value that none of them has yet would be dropped.
  createEffect(() => {
    if (select && props.options.length > 0) select.value = props.value
  })
  return (
    <Field label={props.label} hint={props.hint} error={props.error} class={props.class ?? ''}>
      {(ids) => (
        <span class="relative block">
          <select
            ref={(element) => {
              select = element
            }}
            id={ids.id}
            aria-describedby={ids['aria-describedby']}
            aria-invalid={ids['aria-invalid']}
            onChange={(event) => props.onChange(event.currentTarget.value)}
            class={classes(fieldBoxClasses, 'h-9 appearance-none ps-3 pe-9 pointer-coarse:h-11')}
          >
            <For each={props.options}>{(option) => <option value={option.value}>{option.label}</option>}</For>
          </select>
          <ChevronDown class="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
        </span>
      )}
    </Field>
  )
}
