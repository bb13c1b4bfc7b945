import type { Component, ComponentProps } from 'solid-js'
import type { ButtonVariant } from './button.tsx'
import { classes } from './classes.ts'
import { passOn } from './pass-on.ts'
import { shownPart } from './shown-part.ts'

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
    'bg-stage-glass text-on-stage hover:bg-stage-raised aria-pressed:bg-on-stage aria-pressed:text-stage',
}

const sizes = {
  small: 'size-8 pointer-coarse:size-10 [&>svg]:size-4',
  medium: 'size-9 pointer-coarse:size-11 [&>svg]:size-[1.125rem]',
  large: 'size-12 [&>svg]:size-5',
}

const own = ['label', 'icon', 'variant', 'size', 'pressed', 'class', 'onClick', 'type'] as const

/** A button of one icon. It has a name, is at least 40 px for a thumb, and is round on a stage. */
export function IconButton(props: IconButtonProps) {
  return (
    <button
      ref={(element) => passOn(element, props, own)}
      type={props.type ?? 'button'}
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      class={classes(
        'inline-flex shrink-0 items-center justify-center transition-colors disabled:opacity-40',
        props.variant === 'stage' || props.size === 'large' ? 'rounded-full' : 'rounded-control',
        variants[props.variant ?? 'plain'],
        sizes[props.size ?? 'medium'],
        props.class,
      )}
      onClick={(event) => typeof props.onClick === 'function' && props.onClick(event)}
    >
      {shownPart(() => props.icon, {})}
    </button>
  )
}
