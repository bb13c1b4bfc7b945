import { createSignal, For, Show } from 'solid-js'
import type { PushDeviceRow } from '../../../edge/domain/wire.ts'
import { edgeNow } from '../../platform/edge-clock.ts'
import { useSay } from '../../shell/toasts.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ConfirmDialog } from '../../ui/kobalte/confirm-dialog.tsx'
import { formatAgo } from '../../words/formats.ts'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { errorKey } from '../error-words.ts'
import { LeaveIcon } from '../leave-icon.tsx'
import type { Notifications } from '../push/notifications.ts'

/** Which devices are told, and the way out for one that was lost. */
export function DeviceList(props: { devices: readonly PushDeviceRow[]; notifications: Notifications }) {
  const { t } = useWords()
  const [leaving, setLeaving] = createSignal<PushDeviceRow | null>(null)
  const revoke = createTask(async (device: PushDeviceRow) => {
    await props.notifications.revoke(device)
    setLeaving(null)
  })
  return (
    <div class="p-4">
      <h3 class="mb-1 font-semibold">{t('push.devices')}</h3>
      <ul aria-label={t('push.devices')}>
        <For each={props.devices} fallback={<li class="text-muted">{t('push.no-devices')}</li>}>
          {(device) => (
            <DeviceLine
              device={device}
              notifications={props.notifications}
              onLeave={() => setLeaving({ ...device })}
            />
          )}
        </For>
      </ul>
      <ConfirmDialog
        open={leaving() !== null}
        title={t('push.revoke-title', { name: leaving()?.name ?? '' })}
        confirmLabel={t('push.revoke-confirm')}
        cancelLabel={t('common.cancel')}
        busy={revoke.busy()}
        onConfirm={() => {
          const device = leaving()
          if (device) void revoke.run(device)
        }}
        onClose={() => setLeaving(null)}
      >
        {t('push.revoke-text')}
      </ConfirmDialog>
    </div>
  )
}

function DeviceLine(props: { device: PushDeviceRow; notifications: Notifications; onLeave(): void }) {
  const { t } = useWords()
  const say = useSay()
  const enable = (on: boolean) =>
    void props.notifications.enable(props.device, on).catch((error) => say(t(errorKey(error)), 'danger'))
  const facts = () =>
    [
      props.device.isThis
        ? t('push.this-device')
        : t('push.seen', { when: formatAgo(props.device.seenAt, edgeNow(), t) }),
      t(`push.state.${props.device.canary}`),
    ].join(' · ')
  return (
    <li class="flex min-h-11 items-center gap-3">
      <label class="flex min-w-0 flex-1 items-start gap-3 py-1.5">
        <input
          type="checkbox"
          class="mt-0.5 size-4 shrink-0 accent-accent-fill"
          aria-label={t('push.notify', { name: props.device.name })}
          checked={props.device.enabled}
          onChange={(event) => enable(event.currentTarget.checked)}
        />
        <span class="min-w-0">
          <span class="block truncate font-medium">{props.device.name}</span>
          <span class="block text-xs text-muted">{facts()}</span>
        </span>
      </label>
      <Show when={!props.device.isThis}>
        <IconButton
          label={t('push.revoke', { name: props.device.name })}
          icon={LeaveIcon}
          size="small"
          onClick={() => props.onLeave()}
        />
      </Show>
    </li>
  )
}
