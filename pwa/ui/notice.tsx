import CircleAlert from 'lucide-solid/icons/circle-alert'
import CircleCheck from 'lucide-solid/icons/circle-check'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type JSX, type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { classes } from './classes.ts'

const tones = {
  info: { box: 'bg-info-soft', icon: Info, ink: 'text-info' },
  success: { box: 'bg-success-soft', icon: CircleCheck, ink: 'text-success' },
  warning: { box: 'bg-warning-soft', icon: TriangleAlert, ink: 'text-warning' },
  danger: { box: 'bg-danger-soft', icon: CircleAlert, ink: 'text-danger' },
}

export type Tone = keyof typeof tones

/** Says what happened, and offers the one thing that helps. A danger is said at once, the others in turn. */
export function Notice(props: ParentProps<{ tone: Tone; action?: JSX.Element; class?: string }>) {
  return (
    <div
      role={props.tone === 'danger' ? 'alert' : 'status'}
      class={classes(
        'flex items-start gap-2.5 rounded-control p-3 text-sm',
        tones[props.tone].box,
        props.class,
      )}
    >
      <Dynamic
        component={tones[props.tone].icon}
        class={classes('mt-0.5 size-4 shrink-0', tones[props.tone].ink)}
      />
      <div class="min-w-0 flex-1">{props.children}</div>
      <Show when={props.action}>{props.action}</Show>
    </div>
  )
}
