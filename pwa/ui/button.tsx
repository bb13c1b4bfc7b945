import { type ComponentProps, Show } from 'solid-js'
import { classes } from './classes.ts'
import { passOn } from './pass-on.ts'
import { Spinner } from './spinner.tsx'

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'green' | 'red' | 'black' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Shows a spinner and takes no second click; the focus stays. */
  busy?: boolean
}

export const buttonVariants: Record<ButtonVariant, string> = {
  primary: 'bg-accent-fill text-on-fill hover:bg-accent-fill-hover',
  quiet: 'bg-raised text-ink border border-line shadow-low hover:bg-sunken',
  plain: 'text-ink hover:bg-sunken',
  green: 'bg-success-fill text-on-fill hover:bg-success-fill-hover',
  red: 'bg-danger-fill text-on-fill hover:bg-danger-fill-hover',
  black: 'bg-black-fill text-on-fill border border-black-line hover:bg-black-fill-hover',
  danger: 'bg-raised text-danger border border-line shadow-low hover:bg-danger-soft',
}

const sizes: Record<ButtonSize, string> = {
  small: 'h-8 px-3 gap-1.5 text-sm pointer-coarse:h-10',
  medium: 'h-9 px-4 gap-2 text-sm pointer-coarse:h-11',
  large: 'h-12 px-6 gap-2 text-base',
}

/** The look of a button, for what is one without being a `<button>`, such as a menu's trigger. */
export function buttonClasses(variant: ButtonVariant = 'quiet', size: ButtonSize = 'medium'): string {
  return classes(
    'inline-flex shrink-0 items-center justify-center rounded-control font-medium select-none whitespace-nowrap',
    'transition-colors disabled:opacity-50 aria-disabled:opacity-60',
    buttonVariants[variant],
    sizes[size],
  )
}

const own = ['variant', 'size', 'busy', 'class', 'children', 'onClick', 'type'] as const

export function Button(props: ButtonProps) {
  return (
    <button
      ref={(element) => passOn(element, props, own)}
      type={props.type ?? 'button'}
      class={classes(buttonClasses(props.variant, props.size), props.class)}
      aria-disabled={props.busy || undefined}
      aria-busy={props.busy || undefined}
      onClick={(event) => {
        if (props.busy) return event.preventDefault()
        if (typeof props.onClick === 'function') props.onClick(event)
      }}
    >
      <Show when={props.busy}>
        <Spinner />
      </Show>
      {props.children}
    </button>
  )
}
