import type { TeamSettings } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'
import { TeamPanel } from './team-panel.tsx'

/** Who may ring whom in the middle of a chat. The operator always may. */
export function CallsPanel() {
  const { t } = useWords()
  const desk = useDesk()
  const settings = () => desk.inbox.team.settings
  const save = createTask(async (to: TeamSettings) => {
    await request('PUT', '/api/team/settings', to)
    desk.putTeam({ ...desk.inbox.team, settings: to })
  })

  return (
    <TeamPanel title={t('calls.title')}>
      <li>
        <label class="flex min-h-11 items-start gap-3 px-4 py-3">
          <input
            type="checkbox"
            class="mt-0.5 size-4 shrink-0 accent-accent-fill"
            checked={settings().customersMayCall}
            disabled={save.busy()}
            onChange={(event) => void save.run({ customersMayCall: event.currentTarget.checked })}
          />
          <span>
            <span class="block font-medium">{t('calls.customers-may')}</span>
            <span class="block text-xs text-muted">{t('calls.customers-may.help')}</span>
          </span>
        </label>
      </li>
    </TeamPanel>
  )
}
