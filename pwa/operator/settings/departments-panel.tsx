import Pencil from 'lucide-solid/icons/pencil'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show } from 'solid-js'
import type { Department } from '../../../edge/domain/wire.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { useDesk } from '../desk.ts'
import { DepartmentDialog } from './department-dialog.tsx'
import { TeamPanel } from './team-panel.tsx'

export function DepartmentsPanel() {
  const { t } = useWords()
  const desk = useDesk()
  const [edited, setEdited] = createSignal<Department | 'new' | null>(null)
  const departments = () => desk.inbox.team.departments
  const add = () => (
    <Button size="small" onClick={() => setEdited('new')}>
      <Plus class="size-4" />
      {t('team.add-department')}
    </Button>
  )
  return (
    <>
      <TeamPanel title={t('team.departments')} action={add()}>
        <For
          each={departments()}
          fallback={<li class="px-4 py-6 text-center text-muted">{t('team.no-departments')}</li>}
        >
          {(department) => (
            <DepartmentLine department={department} onEdit={() => setEdited({ ...department })} />
          )}
        </For>
      </TeamPanel>
      <Show when={edited()} keyed>
        {(found) => (
          <DepartmentDialog department={found === 'new' ? null : found} onClose={() => setEdited(null)} />
        )}
      </Show>
    </>
  )
}

function DepartmentLine(props: { department: Department; onEdit(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const members = () =>
    desk.inbox.team.operators
      .filter((row) => row.departmentIds.includes(props.department.id))
      .map((row) => row.name || row.email)
  return (
    <li class="flex items-center gap-3 px-4 py-3">
      <div class="min-w-0 flex-1">
        <p class="truncate font-medium">{props.department.name}</p>
        <p class="truncate text-xs text-muted">{members().join(', ') || t('team.no-members')}</p>
      </div>
      <IconButton
        label={t('team.edit', { name: props.department.name })}
        icon={Pencil}
        size="small"
        onClick={() => props.onEdit()}
      />
    </li>
  )
}
