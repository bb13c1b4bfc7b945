import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { OperatorRow, Team } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'
import { faultyField } from '../error-words.ts'
import { JoinLink } from './join-link.tsx'
import { OperatorFields, type OperatorSettings } from './operator-fields.tsx'

/** What the edge answers when it made a link to join with. */
export interface JoinInvite {
  operator: OperatorRow
  link: string
}

export function NewOperatorDialog(props: { onClose(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const [email, setEmail] = createSignal('')
  const [settings, setSettings] = createStore<OperatorSettings>({
    role: 'operator',
    departmentIds: [],
    conversationLimit: 3,
  })
  const [invite, setInvite] = createSignal<JoinInvite | null>(null)
  const [refused, setRefused] = createSignal(false)

  const add = createTask(
    async () => {
      const made = await request<JoinInvite>('POST', '/api/team/operators', {
        email: email().trim(),
        ...settings,
      })
      setInvite(made)
      desk.putTeam(await request<Team>('GET', '/api/team'))
    },
    (error) => {
      setRefused(faultyField(error) === 'email')
      return refused()
    },
  )

  return (
    <Dialog open onClose={props.onClose} title={t('team.add-operator')} closeLabel={t('common.close')}>
      <Show when={!invite()} fallback={<JoinLink invite={invite()} onDone={props.onClose} />}>
        <form
          class="flex flex-col gap-4 p-5"
          onSubmit={(event) => {
            event.preventDefault()
            void add.run()
          }}
        >
          <TextField
            label={t('sign-in.email')}
            type="email"
            autocomplete="off"
            required
            autofocus
            error={refused() ? t('team.bad-email') : undefined}
            value={email()}
            onInput={(text) => {
              setRefused(false)
              setEmail(text)
            }}
          />
          <OperatorFields value={settings} onChange={setSettings} />
          <div class="flex justify-end gap-2">
            <Button onClick={() => props.onClose()}>{t('common.cancel')}</Button>
            <Button type="submit" variant="primary" busy={add.busy()}>
              {t('team.make-link')}
            </Button>
          </div>
        </form>
      </Show>
    </Dialog>
  )
}
