import type { ParentProps } from 'solid-js'
import { offerMs } from '../../edge/domain/job.ts'
import { classes } from '../ui/classes.ts'

const around = 2 * Math.PI * 46

/** A ring that runs out while the job rings here. Decoration: nothing is lost when it is empty, the job goes on. */
export function TimeLeft(props: ParentProps<{ expiresAt: number; now: number; class?: string }>) {
  const share = () => Math.min(1, Math.max(0, (props.expiresAt - props.now) / offerMs))
  return (
    <span class={classes('relative inline-flex size-24 items-center justify-center', props.class)}>
      <svg viewBox="0 0 100 100" fill="none" aria-hidden="true" class="absolute inset-0 -rotate-90">
        <circle cx="50" cy="50" r="46" stroke="var(--line)" stroke-width="4" />
        <circle
          cx="50"
          cy="50"
          r="46"
          stroke="var(--success-fill)"
          stroke-width="4"
          stroke-linecap="round"
          stroke-dasharray={String(around)}
          stroke-dashoffset={around * (1 - share())}
        />
      </svg>
      {props.children}
    </span>
  )
}
