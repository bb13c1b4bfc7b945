import { type OperatorStatus, operatorStatuses } from '../../edge/domain/job.ts'
import type { Me } from '../../edge/domain/wire.ts'
import { request } from '../platform/request.ts'
import { classes } from '../ui/classes.ts'
import { ChoiceMenu } from '../ui/kobalte/choice-menu.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useDesk } from './desk.ts'

/** Whether jobs are offered to me. */
export function StatusMenu(props: { class?: string; shownClass?: string }) {
  const desk = useDesk()
  const { t } = useWords()
  const change = createTask(async (status: OperatorStatus) => {
    desk.putMe(await request<Me>('PUT', '/api/status', { status }))
  })
  return (
    <ChoiceMenu
      label={t('status.label')}
      options={operatorStatuses}
      value={desk.inbox.me.status}
      onChange={(status) => status !== desk.inbox.me.status && void change.run(status)}
      name={(status) => t(`status.${status}`)}
      show={(status) => (
        <>
          <StatusDot status={status} />
          <span class="max-w-full truncate">{t(`status.${status}`)}</span>
        </>
      )}
      class={props.class ?? ''}
      shownClass={props.shownClass ?? ''}
    />
  )
}

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
