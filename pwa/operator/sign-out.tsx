import { createEffect } from 'solid-js'
import { ConfirmDialog } from '../ui/kobalte/confirm-dialog.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useOutbox } from './outbox/create-outbox.ts'
import { useSession } from './session.ts'

/** Signs out once it is asked for; asks back where that would delete what was written and not sent. */
export function SignOut(props: { asked: boolean; onClose(): void }) {
  const { t } = useWords()
  const session = useSession()
  const outbox = useOutbox()
  const unsent = () => outbox.entries().length
  const signOut = createTask(() => session.signOut())
  createEffect(() => props.asked && unsent() === 0 && void signOut.run())
  return (
    <ConfirmDialog
      open={props.asked && unsent() > 0}
      onClose={() => props.onClose()}
      title={t('device.unsent-title')}
      confirmLabel={t('account.sign-out')}
      cancelLabel={t('common.cancel')}
      busy={signOut.busy()}
      onConfirm={() => void signOut.run()}
    >
      {t('device.unsent', { count: unsent() })}
    </ConfirmDialog>
  )
}
