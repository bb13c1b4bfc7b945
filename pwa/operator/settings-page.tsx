import { createSignal, type ParentProps, Show } from 'solid-js'
import { type Language, languages } from '../../edge/domain/invite.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/words.tsx'
import { createTask } from './create-task.ts'
import { useDesk } from './desk.ts'
import { LeaveIcon } from './leave-icon.tsx'
import { keepLanguage } from './operator-words.ts'
import { CallsPanel } from './settings/calls-panel.tsx'
import { DepartmentsPanel } from './settings/departments-panel.tsx'
import { DevicePanel } from './settings/device-panel.tsx'
import { InstallPanel } from './settings/install-panel.tsx'
import { NotificationsPanel } from './settings/notifications-panel.tsx'
import { OperatorsPanel } from './settings/operators-panel.tsx'
import { RingPanel } from './settings/ring-panel.tsx'
import { TemplatesPanel } from './settings/templates-panel.tsx'
import { SignOut } from './sign-out.tsx'

export function SettingsPage() {
  const { t } = useWords()
  const desk = useDesk()
  return (
    <div class="min-h-0 flex-1 overflow-y-auto">
      <div class="mx-auto flex max-w-3xl flex-col gap-8 px-4 py-8 sm:px-8">
        <h1 class="text-xl font-semibold">{t('place.settings')}</h1>
        <MySettings />
        <DevicePanel />
        <RingPanel />
        <InstallPanel />
        <NotificationsPanel />
        <Show when={desk.inbox.me.role === 'admin'}>
          <OperatorsPanel />
          <DepartmentsPanel />
          <TemplatesPanel />
          <CallsPanel />
        </Show>
      </div>
    </div>
  )
}

function MySettings() {
  const { t, language, setLanguage } = useWords()
  const desk = useDesk()
  const [leaving, setLeaving] = createSignal(false)
  const change = createTask(async (next: Language) => {
    await setLanguage(next)
    keepLanguage(next)
  })
  return (
    <Panel title={t('settings.mine')}>
      <div class="flex flex-wrap items-end justify-between gap-4 p-4">
        <SelectField
          class="w-56"
          label={t('settings.language')}
          value={language()}
          onChange={(next) => void change.run(next === 'tr' ? 'tr' : 'en')}
          options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
        <div class="flex items-center gap-3 max-sm:w-full max-sm:justify-between">
          <p class="sm:text-end">
            <span class="block font-medium">{desk.inbox.me.name}</span>
            <span class="block text-xs text-muted">{desk.inbox.me.email}</span>
          </p>
          <Button onClick={() => setLeaving(true)}>
            <LeaveIcon class="size-4" />
            {t('account.sign-out')}
          </Button>
        </div>
      </div>
      <SignOut asked={leaving()} onClose={() => setLeaving(false)} />
    </Panel>
  )
}

function Panel(props: ParentProps<{ title: string }>) {
  return (
    <section aria-label={props.title}>
      <h2 class="mb-3 text-base font-semibold">{props.title}</h2>
      <div class="rounded-card border border-line bg-raised shadow-low">{props.children}</div>
    </section>
  )
}
