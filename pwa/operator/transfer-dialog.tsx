import { createSignal } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { request } from '../platform/request.ts'
import { useSay } from '../shell/toasts.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/kobalte/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useDesk } from './desk.ts'

/** Hands a conversation on: to one operator, or to whoever in a department is free. */
export function TransferDialog(props: { open: boolean; summary: ConversationSummary; onClose(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const say = useSay()
  const [target, setTarget] = createSignal('')
  const targets = () => [
    { value: '', label: t('transfer.choose') },
    ...desk.inbox.team.departments.map(({ id, name }) => ({ value: `departmentId:${id}`, label: name })),
    ...desk.inbox.team.operators
      .filter((row) => row.id !== desk.inbox.me.id && !row.pending && !row.disabled)
      .map((row) => ({ value: `operatorId:${row.id}`, label: `${row.name} · ${t(`status.${row.status}`)}` })),
  ]
  const transfer = createTask(async () => {
    const [kind = '', id] = target().split(':')
    const path = `/api/conversations/${props.summary.id}/transfer`
    desk.put(await request<ConversationSummary>('POST', path, { [kind]: id }))
    props.onClose()
    say(t('transfer.done'))
  })
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('menu.transfer')}
      closeLabel={t('common.close')}
    >
      <form
        class="flex flex-col gap-4 p-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (target()) void transfer.run()
        }}
      >
        <p class="text-muted">{t('transfer.text')}</p>
        <SelectField label={t('transfer.to')} value={target()} options={targets()} onChange={setTarget} />
        <div class="flex justify-end gap-2">
          <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" disabled={!target()} busy={transfer.busy()}>
            {t('menu.transfer')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
