import { createResource, onCleanup } from 'solid-js'
import { formatFileSize } from '../../conversation/attachments/file-size.ts'
import { useSay } from '../../shell/toasts.tsx'
import { Button } from '../../ui/button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { copiesChannel } from '../device/create-keeper.ts'
import { useDevice } from '../device/device.ts'
import { changeKeepLimits, dayChoices, keepLimits, megabyteChoices } from '../device/keep-limits.ts'
import { TeamPanel } from './team-panel.tsx'

/** What this device keeps of the archive, and how much of it. */
export function DevicePanel() {
  const { t, language } = useWords()
  const device = useDevice()
  const say = useSay()
  const [marks, { refetch }] = createResource(() => device.archive.marks().catch(() => []))
  const channel = new BroadcastChannel(copiesChannel)
  channel.onmessage = () => void refetch()
  onCleanup(() => channel.close())
  const used = () => (marks.latest ?? []).reduce((sum, { bytes }) => sum + bytes, 0)
  const empty = createTask(async () => {
    await device.archive.empty()
    await refetch()
    say(t('device.emptied'))
  })
  return (
    <TeamPanel title={t('device.title')}>
      <li class="flex flex-col gap-4 p-4">
        <p class="text-muted">{t('device.text')}</p>
        <div class="flex flex-wrap items-end gap-4">
          <SelectField
            class="w-56"
            label={t('device.keep-days')}
            value={String(keepLimits().days)}
            onChange={(days) => changeKeepLimits({ days: Number(days) })}
            options={dayChoices.map((count) => ({
              value: String(count),
              label: count === 0 ? t('device.no-days') : t('device.days', { count }),
            }))}
          />
          <SelectField
            class="w-32"
            label={t('device.megabytes')}
            value={String(keepLimits().megabytes)}
            onChange={(megabytes) => changeKeepLimits({ megabytes: Number(megabytes) })}
            options={megabyteChoices.map((count) => ({
              value: String(count),
              label: t('device.size', { count }),
            }))}
          />
        </div>
        <div class="flex flex-wrap items-center justify-between gap-4">
          <p role="status" class="text-muted tabular-nums">
            {marks.latest &&
              t('device.used', { count: marks.latest.length, size: formatFileSize(used(), language()) })}
          </p>
          <Button busy={empty.busy()} onClick={() => void empty.run()}>
            {t('device.empty')}
          </Button>
        </div>
      </li>
    </TeamPanel>
  )
}
