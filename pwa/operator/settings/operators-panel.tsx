import Pencil from 'lucide-solid/icons/pencil'
import UserPlus from 'lucide-solid/icons/user-plus'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { OperatorRow } from '../../../edge/domain/wire.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { Badge } from '../badge.tsx'
import { useDesk } from '../desk.ts'
import { StatusDot } from '../status-shown.tsx'
import { NewOperatorDialog } from './new-operator-dialog.tsx'
import { OperatorDialog } from './operator-dialog.tsx'
import { TeamPanel } from './team-panel.tsx'

/** Who is in the team, and who was asked to join. */
export function OperatorsPanel() {
  const { t } = useWords()
  const desk = useDesk()
  const [adding, setAdding] = createSignal(false)
  const [edited, setEdited] = createSignal<string | null>(null)
  const add = () => (
    <Button size="small" onClick={() => setAdding(true)}>
      <UserPlus class="size-4" />
      {t('team.add-operator')}
    </Button>
  )
  return (
    <>
      <TeamPanel title={t('team.operators')} action={add()}>
        <For each={desk.inbox.team.operators}>
          {(row) => <OperatorLine row={row} onEdit={() => setEdited(row.id)} />}
        </For>
      </TeamPanel>
      <Show when={adding()}>
        <NewOperatorDialog onClose={() => setAdding(false)} />
      </Show>
      <Show when={desk.inbox.team.operators.find((row) => row.id === edited())} keyed>
        {(row) => <OperatorDialog row={row} onClose={() => setEdited(null)} />}
      </Show>
    </>
  )
}

function OperatorLine(props: { row: OperatorRow; onEdit(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const departments = () =>
    desk.inbox.team.departments
      .filter(({ id }) => props.row.departmentIds.includes(id))
      .map(({ name }) => name)
  const facts = () =>
    [props.row.email, ...departments(), t('team.limit-short', { count: props.row.conversationLimit })].join(
      ' · ',
    )
  return (
    <li class="flex items-center gap-3 px-4 py-3">
      <Avatar name={props.row.name || props.row.email} />
      <div class="min-w-0 flex-1">
        <p class="flex items-center gap-2 font-medium">
          <span class="truncate">{props.row.pending ? props.row.email : props.row.name}</span>
          <Show when={props.row.role === 'admin'}>
            <Badge tone="plain">{t('team.admin')}</Badge>
          </Show>
        </p>
        <p class="truncate text-xs text-muted">{facts()}</p>
      </div>
      <Switch
        fallback={
          <span class="flex items-center gap-2 text-xs text-muted max-sm:hidden">
            <StatusDot status={props.row.status} />
            {t(`status.${props.row.status}`)}
          </span>
        }
      >
        <Match when={props.row.disabled}>
          <Badge tone="danger">{t('team.disabled')}</Badge>
        </Match>
        <Match when={props.row.pending}>
          <Badge tone="warning">{t('team.pending')}</Badge>
        </Match>
      </Switch>
      <IconButton
        label={t('team.edit', { name: props.row.name || props.row.email })}
        icon={Pencil}
        size="small"
        onClick={() => props.onEdit()}
      />
    </li>
  )
}
