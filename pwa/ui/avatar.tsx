import { classes } from './classes.ts'

const sizes = { small: 'size-7 text-xs', medium: 'size-9 text-sm', large: 'size-16 text-lg' }

/** The initials of a name on a calm ground. Decoration: the name itself stands beside it. */
export function Avatar(props: { name: string; size?: keyof typeof sizes; class?: string }) {
  return (
    <span
      aria-hidden="true"
      class={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-accent select-none',
        sizes[props.size ?? 'medium'],
        props.class,
      )}
    >
      {initials(props.name)}
    </span>
  )
}

/** First letters of the first and the last word; a phone number has none and gets a sign. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  )
  return letters.join('').toLocaleUpperCase(document.documentElement.lang || undefined) || '#'
}
