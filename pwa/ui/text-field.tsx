import { type ComponentProps, splitProps } from 'solid-js'
import { classes } from './classes.ts'
import { Field, type FieldTexts, fieldBoxClasses } from './field.tsx'

interface Bound {
  value: string
  onInput(value: string): void
}

export type TextFieldProps = FieldTexts &
  Bound &
  Omit<ComponentProps<'input'>, keyof Bound | keyof FieldTexts>

/** One line of text. Further attributes go to the `<input>`. */
export function TextField(props: TextFieldProps) {
  const [own, rest] = splitProps(props, ['label', 'hint', 'error', 'class', 'value', 'onInput'])
  return (
    <Field label={own.label} hint={own.hint} error={own.error} class={own.class ?? ''}>
      {(ids) => (
        <input
          {...rest}
          id={ids.id}
          aria-describedby={ids['aria-describedby']}
          aria-invalid={ids['aria-invalid']}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
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
  const [own, rest] = splitProps(props, ['label', 'hint', 'error', 'class', 'value', 'onInput'])
  return (
    <Field label={own.label} hint={own.hint} error={own.error} class={own.class ?? ''}>
      {(ids) => (
        <textarea
          rows={3}
          {...rest}
          id={ids.id}
          aria-describedby={ids['aria-describedby']}
          aria-invalid={ids['aria-invalid']}
          value={own.value}
          onInput={(event) => own.onInput(event.currentTarget.value)}
          class={classes(fieldBoxClasses, 'min-h-20 resize-y px-3 py-2')}
        />
      )}
    </Field>
  )
}
