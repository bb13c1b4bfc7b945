import type { OperatorStatus } from '../../edge/domain/job.ts'
import { classes } from '../ui/classes.ts'
import { useWords } from '../words/words.tsx'

// A ring, a bar, a hollow: told apart without their colour too.
const dots: Record<OperatorStatus, string> = {
  online: 'bg-success-fill',
  busy: 'border-[3px] border-danger-fill',
  'be-right-back': 'border-[3px] border-warning',
  offline: 'border-2 border-line-strong',
}

export function StatusDot(props: { status: OperatorStatus }) {
  return (
    <span aria-hidden="true" class="flex size-5 shrink-0 items-center justify-center">
      <span class={classes('size-2.5 rounded-full', dots[props.status])} />
    </span>
  )
}

/** A status as it lies on its button and in the list. */
export function StatusShown(props: { status: OperatorStatus }) {
  const { t } = useWords()
  return (
    <>
      <StatusDot status={props.status} />
      <span class="max-w-full truncate">{t(`status.${props.status}`)}</span>
    </>
  )
}
