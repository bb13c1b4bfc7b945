import type { Component, ComponentProps } from 'solid-js'
import { type ButtonVariant, buttonVariants } from './button.tsx'
import { classes } from './classes.ts'
import { passOn } from './pass-on.ts'
import { shownPart } from './shown-part.ts'

/** What lucide-solid's icons are, as far as we use them. */
export type Icon = Component<{ class?: string }>

export interface IconButtonProps extends ComponentProps<'button'> {
  /** What a screen reader says, and the hint under the mouse. */
  label: string
  icon: Icon
  variant?: ButtonVariant
  /** Classes instead of a variant's, for a place of its own. */
  look?: string
  size?: 'small' | 'medium' | 'large'
  /** For a button that stays down. */
  pressed?: boolean
}

// Without a frame, one icon is quieter than a word.
const variants: Record<ButtonVariant, string> = {
  ...buttonVariants,
  plain: 'text-muted hover:text-ink hover:bg-sunken aria-pressed:bg-sunken aria-pressed:text-ink',
  danger: 'text-danger hover:bg-danger-soft',
}

const sizes = {
  small: 'size-8 pointer-coarse:size-10 [&>svg]:size-4',
  medium: 'size-9 pointer-coarse:size-11 [&>svg]:size-[1.125rem]',
  large: 'size-12 [&>svg]:size-5',
}

const own = ['label', 'icon', 'variant', 'look', 'size', 'pressed', 'class', 'onClick', 'type'] as const

/** A button of one icon. It has a name, is at least 40 px for a thumb. */
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
        props.look ??
          `${props.size === 'large' ? 'rounded-full' : 'rounded-control'} ${variants[props.variant ?? 'plain']}`,
        sizes[props.size ?? 'medium'],
        props.class,
      )}
      onClick={(event) => typeof props.onClick === 'function' && props.onClick(event)}
    >
      {shownPart(() => props.icon, {})}
    </button>
  )
}
