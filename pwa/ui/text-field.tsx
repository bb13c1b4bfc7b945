import type { ComponentProps } from 'solid-js'
import { classes } from './classes.ts'
import { Field, type FieldTexts, fieldBoxClasses } from './field.tsx'
import { passOn } from './pass-on.ts'

interface Bound {
  value: string
  onInput(value: string): void
}

const own = ['label', 'hint', 'error', 'class', 'value', 'onInput'] as const

export type TextFieldProps = FieldTexts &
  Bound &
  Omit<ComponentProps<'input'>, keyof Bound | keyof FieldTexts>

/** One line of text. Further attributes go to the `<input>`. */
export function TextField(props: TextFieldProps) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error} class={props.class ?? ''}>
      {(ids) => (
        <input
          ref={(element) => passOn(element, props, own)}
          id={ids.id}
          aria-describedby={ids['aria-describedby']}
          aria-invalid={ids['aria-invalid']}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          class={classes(fieldBoxClasses, 'h-9 px-3 pointer-coarse:h-11')}
        />
      )}
    </Field>
  )
}

export type TextAreaProps = FieldTexts &
  Bound &
  Omit<ComponentProps<'textarea'>, keyof Bound | keyof FieldTexts>

/** Several lines of text. Further attributes go to the `<textarea>`. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error} class={props.class ?? ''}>
      {(ids) => (
        <textarea
          ref={(element) => passOn(element, props, own)}
          rows={3}
          id={ids.id}
          aria-describedby={ids['aria-describedby']}
          aria-invalid={ids['aria-invalid']}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
          class={classes(fieldBoxClasses, 'min-h-20 resize-y px-3 py-2')}
        />
      )}
    </Field>
  )
}
