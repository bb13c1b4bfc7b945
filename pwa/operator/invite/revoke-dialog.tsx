import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { ConfirmDialog } from '../../ui/kobalte/confirm-dialog.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'

export function RevokeDialog(props: { open: boolean; id: string; onClose(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const revoke = createTask(async () => {
    desk.put(await request<ConversationSummary>('POST', `/api/conversations/${props.id}/revoke`, {}))
    props.onClose()
  })
  return (
    <ConfirmDialog
      open={props.open}
      title={t('revoke.title')}
      confirmLabel={t('menu.revoke')}
      cancelLabel={t('common.cancel')}
      busy={revoke.busy()}
      onConfirm={() => void revoke.run()}
      onClose={props.onClose}
    >
      {t('revoke.text')}
    </ConfirmDialog>
  )
}
