import { onMount, Show } from 'solid-js'
import { EdgeError } from '../../platform/request.ts'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useNotifications } from '../push/notifications.ts'
import { DeviceList } from './device-list.tsx'
import { PushChoices } from './push-choices.tsx'
import { PushHere } from './push-here.tsx'

/** Whether jobs reach me when no page is open: on this device, of what, when, and on which others. */
export function NotificationsPanel() {
  const { t } = useWords()
  const notifications = useNotifications()
  // What the edge knows is shown also while the browser takes its time.
  const look = createTask(
    () => Promise.all([notifications.load(), notifications.settle()]),
    // Nobody asked for it: that there is no network is said at the top.
    (error) => error instanceof EdgeError && error.code === 'offline',
  )
  onMount(() => void look.run())
  return (
    <section aria-label={t('push.title')}>
      <h2 class="mb-3 text-base font-semibold">{t('push.title')}</h2>
      <div class="divide-y divide-line rounded-card border border-line bg-raised shadow-low">
        <PushHere notifications={notifications} />
        <Show when={notifications.desk()}>
          {(desk) => (
            <>
              <PushChoices settings={desk().settings} onChange={notifications.save} />
              <DeviceList devices={desk().devices} notifications={notifications} />
            </>
          )}
        </Show>
      </div>
    </section>
  )
}
