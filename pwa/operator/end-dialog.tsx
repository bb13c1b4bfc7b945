import { createSignal, Show } from 'solid-js'
import { type EndReason, endReasons } from '../../edge/domain/conversation.ts'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { useSay } from '../shell/toasts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/kobalte/dialog.tsx'
import { RadioField } from '../ui/radio-field.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useDesk } from './desk.ts'
import { useAdd } from './outbox/use-add.ts'

/** The operator's own ending: with a reason, and then to the archive. */
export function EndDialog(props: { open: boolean; summary: ConversationSummary; onClose(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const say = useSay()
  const add = useAdd()
  const [reason, setReason] = createSignal<EndReason | null>(null)
  const end = createTask(async () => {
    const chosen = reason()
    if (!chosen) return
    const archived = await add<ConversationSummary>({ kind: 'end', reason: chosen }, props.summary)
    props.onClose()
    if (archived) desk.put(archived)
    say(t(archived ? 'end.done' : 'outbox.end-waits'))
  })
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('end.title')} closeLabel={t('common.close')}>
      <form
        class="flex flex-col gap-4 p-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason()) void end.run()
        }}
      >
        <Show when={props.summary.state === 'active'}>
          <p class="text-muted">{t('end.while-active')}</p>
        </Show>
        <RadioField
          label={t('end.reason')}
          value={reason()}
          onChange={(value) => setReason(endReasons.find((known) => known === value) ?? null)}
          options={endReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <div class="flex justify-end gap-2">
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button type="submit" variant="black" disabled={!reason()} busy={end.busy()}>
            {t('end.title')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
