import { type OperatorStatus, operatorStatuses } from '../../edge/domain/job.ts'
import type { Me } from '../../edge/domain/wire.ts'
import { request } from '../platform/request.ts'
import { ChoiceMenu } from '../ui/kobalte/choice-menu.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useDesk } from './desk.ts'
import { StatusShown } from './status-shown.tsx'

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
      show={(status) => <StatusShown status={status} />}
      class={props.class ?? ''}
      shownClass={props.shownClass ?? ''}
    />
  )
}
