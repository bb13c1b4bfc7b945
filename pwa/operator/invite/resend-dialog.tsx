import { createSignal, onMount, Show } from 'solid-js'
import type { InviteAnswer } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useWords, type WordKey } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { errorKey } from '../error-words.ts'
import { InviteResult } from './invite-result.tsx'

/** Sends a fresh link in place of the old one, and shows what came of it. */
export function ResendDialog(props: { id: string; onClose(): void }) {
  const { t } = useWords()
  const [answer, setAnswer] = createSignal<InviteAnswer | null>(null)
  const [problem, setProblem] = createSignal<WordKey | null>(null)
  const resend = createTask(
    async () => {
      setProblem(null)
      setAnswer(await request<InviteAnswer>('POST', `/api/conversations/${props.id}/resend`, {}))
    },
    (error) => {
      setProblem(errorKey(error))
      return true
    },
  )
  onMount(() => void resend.run())
  return (
    <Dialog open onClose={props.onClose} title={t('menu.resend')} closeLabel={t('common.close')} width="wide">
      <Show when={answer()} fallback={<Waiting problem={problem()} onRetry={() => void resend.run()} />}>
        {(given) => <InviteResult answer={given()} onDone={props.onClose} />}
      </Show>
    </Dialog>
  )
}

function Waiting(props: { problem: WordKey | null; onRetry(): void }) {
  const { t } = useWords()
  return (
    <div class="p-5">
      <Show
        when={props.problem}
        fallback={
          <p role="status" class="flex items-center gap-2 text-muted">
            <Spinner />
            {t('common.loading')}
          </p>
        }
      >
        {(key) => (
          <Notice tone="danger" action={<Button onClick={() => props.onRetry()}>{t('common.retry')}</Button>}>
            {t(key())}
          </Notice>
        )}
      </Show>
    </div>
  )
}
