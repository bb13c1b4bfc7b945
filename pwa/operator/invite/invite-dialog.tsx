import { createSignal, Match, Switch } from 'solid-js'
import type { InviteAnswer } from '../../../edge/domain/wire.ts'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { useWords } from '../../words/words.tsx'
import { InviteForm } from './invite-form.tsx'
import { InviteResult } from './invite-result.tsx'

/** New video link: the form first, then what came of it. */
export function InviteDialog(props: { onClose(): void }) {
  const { t } = useWords()
  const [answer, setAnswer] = createSignal<InviteAnswer | null>(null)
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('invite.title')}
      closeLabel={t('common.close')}
      width="wide"
    >
      <Switch>
        <Match when={answer()}>
          {(given) => (
            <InviteResult answer={given()} onDone={props.onClose} onAnother={() => setAnswer(null)} />
          )}
        </Match>
        <Match when={!answer()}>
          <InviteForm onAnswer={setAnswer} />
        </Match>
      </Switch>
    </Dialog>
  )
}
