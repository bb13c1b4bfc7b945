import { type Component, type ComponentProps, splitProps } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { ButtonVariant } from './button.tsx'
import { classes } from './classes.ts'

/** What lucide-solid's icons are, as far as we use them. */
export type Icon = Component<{ class?: string }>

export interface IconButtonProps extends ComponentProps<'button'> {
  /** What a screen reader says, and the hint under the mouse. */
  label: string
  icon: Icon
  variant?: ButtonVariant | 'stage'
  size?: 'small' | 'medium' | 'large'
  /** For a button that stays down. */
  pressed?: boolean
}

const variants: Record<ButtonVariant | 'stage', string> = {
  primary: 'bg-accent-fill text-on-fill hover:bg-accent-fill-hover',
  quiet: 'bg-raised text-ink border border-line shadow-low hover:bg-sunken',
  plain: 'text-muted hover:text-ink hover:bg-sunken aria-pressed:bg-sunken aria-pressed:text-ink',
  green: 'bg-success-fill text-on-fill hover:bg-success-fill-hover',
  red: 'bg-danger-fill text-on-fill hover:bg-danger-fill-hover',
  black: 'bg-black-fill text-on-fill border border-black-line hover:bg-black-fill-hover',
  danger: 'text-danger hover:bg-danger-soft',
  stage:
    'bg-stage-raised/80 text-on-stage hover:bg-stage-raised aria-pressed:bg-on-stage aria-pressed:text-stage',
}

const sizes = {
  small: 'size-8 pointer-coarse:size-10 [&>svg]:size-4',
  medium: 'size-9 pointer-coarse:size-11 [&>svg]:size-[1.125rem]',
  large: 'size-12 [&>svg]:size-5',
}

/** A button of one icon. It has a name, is at least 40 px for a thumb, and is round on a stage. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'icon', 'variant', 'size', 'pressed', 'class'])
  return (
    <button
      type="button"
      aria-label={own.label}
      title={own.label}
      aria-pressed={own.pressed}
      class={classes(
        'inline-flex shrink-0 items-center justify-center transition-colors disabled:opacity-40',
        own.variant === 'stage' || own.size === 'large' ? 'rounded-full' : 'rounded-control',
        variants[own.variant ?? 'plain'],
        sizes[own.size ?? 'medium'],
        own.class,
      )}
      {...rest}
    >
      <Dynamic component={own.icon} />
    </button>
  )
}
