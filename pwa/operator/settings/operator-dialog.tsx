import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { OperatorRow, Team } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/kobalte/confirm-dialog.tsx'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'
import { JoinLink } from './join-link.tsx'
import type { JoinInvite } from './new-operator-dialog.tsx'
import { OperatorFields, type OperatorSettings } from './operator-fields.tsx'

export function OperatorDialog(props: { row: OperatorRow; onClose(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  // The dialog keeps what it was opened with; the list may change beneath it.
  const { id, name, email, disabled, pending, role, departmentIds, conversationLimit } = props.row
  const [settings, setSettings] = createStore<OperatorSettings>({
    role,
    departmentIds: [...departmentIds],
    conversationLimit,
  })
  const [invite, setInvite] = createSignal<JoinInvite | null>(null)
  const [confirming, setConfirming] = createSignal(false)
  const refresh = async () => desk.putTeam(await request<Team>('GET', '/api/team'))

  const change = createTask(async (changes: Partial<OperatorRow>) => {
    await request('PATCH', `/api/team/operators/${id}`, changes)
    await refresh()
    props.onClose()
  })
  const renew = createTask(async () => {
    setInvite(await request<JoinInvite>('POST', `/api/team/operators/${id}/invite`, {}))
  })

  return (
    <>
      <Dialog open onClose={props.onClose} title={name || email} closeLabel={t('common.close')}>
        <Show when={!invite()} fallback={<JoinLink invite={invite()} onDone={props.onClose} />}>
          <form
            class="flex flex-col gap-4 p-5"
            onSubmit={(event) => {
              event.preventDefault()
              void change.run({ ...settings })
            }}
          >
            <p class="text-muted">{email}</p>
            <OperatorFields value={settings} onChange={setSettings} />
            <div class="flex flex-wrap justify-end gap-2">
              <Show when={id !== desk.inbox.me.id}>
                <Button
                  variant="danger"
                  class="me-auto"
                  onClick={() => (disabled ? void change.run({ disabled: false }) : setConfirming(true))}
                >
                  {t(disabled ? 'team.enable' : 'team.disable')}
                </Button>
              </Show>
              <Show when={pending}>
                <Button busy={renew.busy()} onClick={() => void renew.run()}>
                  {t('team.new-link')}
                </Button>
              </Show>
              <Button type="submit" variant="primary" busy={change.busy()}>
                {t('team.save')}
              </Button>
            </div>
          </form>
        </Show>
      </Dialog>
      <ConfirmDialog
        open={confirming()}
        title={t('team.disable-title', { name: name || email })}
        confirmLabel={t('team.disable')}
        cancelLabel={t('common.cancel')}
        busy={change.busy()}
        onConfirm={() => void change.run({ disabled: true })}
        onClose={() => setConfirming(false)}
      >
        {t('team.disable-text')}
      </ConfirmDialog>
    </>
  )
}
