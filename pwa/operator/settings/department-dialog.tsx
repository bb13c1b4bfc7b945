import { createSignal, Show } from 'solid-js'
import type { Department, Team } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/kobalte/confirm-dialog.tsx'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'
import { faultyField } from '../error-words.ts'
import { CheckList } from './check-list.tsx'

/** A new department, or one to change. */
export function DepartmentDialog(props: { department: Department | null; onClose(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const id = props.department?.id
  const path = id ? `/api/team/departments/${id}` : '/api/team/departments'
  const operators = () => desk.inbox.team.operators.filter((row) => !row.disabled)
  const [name, setName] = createSignal(props.department?.name ?? '')
  const [memberIds, setMemberIds] = createSignal<string[]>(
    operators()
      .filter((row) => row.departmentIds.some((other) => other === id))
      .map((row) => row.id),
  )
  const [refused, setRefused] = createSignal(false)
  const [confirming, setConfirming] = createSignal(false)
  const finish = async () => {
    desk.putTeam(await request<Team>('GET', '/api/team'))
    props.onClose()
  }
  const save = createTask(
    async () => {
      await request(id ? 'PUT' : 'POST', path, { name: name().trim(), memberIds: memberIds() })
      await finish()
    },
    (error) => {
      setRefused(faultyField(error) === 'name')
      return refused()
    },
  )
  const remove = createTask(async () => {
    await request('DELETE', path)
    await finish()
  })

  return (
    <>
      <Dialog
        open
        onClose={props.onClose}
        title={props.department?.name ?? t('team.add-department')}
        closeLabel={t('common.close')}
      >
        <form
          class="flex flex-col gap-4 p-5"
          onSubmit={(event) => {
            event.preventDefault()
            void save.run()
          }}
        >
          <TextField
            label={t('team.department-name')}
            maxLength={80}
            required
            autofocus
            error={refused() ? t('team.bad-department') : undefined}
            value={name()}
            onInput={(text) => {
              setRefused(false)
              setName(text)
            }}
          />
          <CheckList
            label={t('team.members')}
            options={operators().map((row) => ({ value: row.id, label: row.name || row.email }))}
            chosen={memberIds()}
            onChange={setMemberIds}
          />
          <div class="flex justify-end gap-2">
            <Show when={id}>
              <Button variant="danger" class="me-auto" onClick={() => setConfirming(true)}>
                {t('team.delete')}
              </Button>
            </Show>
            <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
            <Button type="submit" variant="primary" busy={save.busy()}>
              {t('team.save')}
            </Button>
          </div>
        </form>
      </Dialog>
      <ConfirmDialog
        open={confirming()}
        title={t('team.delete-title', { name: props.department?.name ?? '' })}
        confirmLabel={t('team.delete')}
        cancelLabel={t('common.cancel')}
        busy={remove.busy()}
        onConfirm={() => void remove.run()}
        onClose={() => setConfirming(false)}
      >
        {t('team.delete-text')}
      </ConfirmDialog>
    </>
  )
}
