import { Show } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words/words.tsx'
import { CopyField } from '../copy-field.tsx'
import type { JoinInvite } from './new-operator-dialog.tsx'

/** The link that a new operator joins with. It is shown this once. */
export function JoinLink(props: { invite: JoinInvite | null; onDone(): void }) {
  const { t } = useWords()
  return (
    <Show when={props.invite}>
      {(invite) => (
        <div class="flex flex-col gap-4 p-5">
          <p>{t('team.link-text', { email: invite().operator.email })}</p>
          <CopyField
            label={t('invite.link')}
            copyLabel={t('invite.copy-link')}
            value={invite().link}
            autofocus
          />
          <div class="flex justify-end">
            <Button variant="primary" onClick={() => props.onDone()}>
              {t('invite.done')}
            </Button>
          </div>
        </div>
      )}
    </Show>
  )
}
