import { createUniqueId, type JSX, Show } from 'solid-js'
import { classes } from './classes.ts'

export interface FieldTexts {
  label: string
  hint?: string | undefined
  /** What is wrong and how to mend it; said at once by a screen reader. */
  error?: string | undefined
  class?: string
}

export interface FieldIds {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

export const fieldBoxClasses = classes(
  'w-full rounded-control border border-line-strong bg-raised text-ink text-sm placeholder:text-muted',
  'transition-colors aria-invalid:border-danger disabled:opacity-60',
  'focus-visible:outline-2 focus-visible:outline-info focus-visible:-outline-offset-1',
)

/** A label above a box, and below it what helps: the error if there is one, else the hint. */
export function Field(props: FieldTexts & { children: (ids: FieldIds) => JSX.Element }) {
  const id = createUniqueId()
  const note = `${id}-note`
  const ids: FieldIds = {
    id,
    get 'aria-describedby'() {
      return props.error || props.hint ? note : undefined
    },
    get 'aria-invalid'() {
      return props.error ? true : undefined
    },
  }
  return (
    <div class={classes('flex flex-col', props.class)}>
      <label for={id} class="mb-1.5 text-sm font-medium">
        {props.label}
      </label>
      {props.children(ids)}
      <div id={note} class="text-xs" aria-live="polite">
        <Show when={props.error ?? props.hint}>
          {(text) => <p class={classes('mt-1.5', props.error ? 'text-danger' : 'text-muted')}>{text()}</p>}
        </Show>
      </div>
    </div>
  )
}
