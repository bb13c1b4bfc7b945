import X from 'lucide-solid/icons/x'
import { onMount, Show } from 'solid-js'
import { borrowFocus } from '../ui/borrow-focus.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from '../words/words.tsx'
import type { DeviceKind } from './chosen-devices.ts'
import type { Devices } from './devices.ts'
import { LevelMeter } from './level-meter.tsx'

export interface DevicePanelProps {
  devices: Devices
  microphone: MediaStreamTrack | null
  onClose(): void
}

/** Camera, microphone and loudspeaker; what is picked is used at once and remembered on this machine. */
export function DevicePanel(props: DevicePanelProps) {
  const { t } = useWords()
  let panel: HTMLElement | undefined
  onMount(() => panel && borrowFocus(panel))

  const Picker = (picker: { kind: DeviceKind }) => (
    <Show
      when={props.devices.list(picker.kind).length > 0}
      fallback={<p class="text-sm text-muted">{t(`call.no-${picker.kind}`)}</p>}
    >
      <SelectField
        label={t(`call.${picker.kind}`)}
        value={props.devices.current(picker.kind)}
        options={props.devices.list(picker.kind).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => props.devices.choose(picker.kind, id)}
      />
    </Show>
  )

  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={t('call.devices')}
      tabindex="-1"
      class="absolute end-3 top-14 z-10 flex max-h-[calc(100%-4rem)] w-72 max-w-[calc(100%-1.5rem)] flex-col gap-3 overflow-y-auto rounded-card bg-raised p-3 text-ink shadow-high outline-none rise"
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <header class="flex items-center justify-between">
        <h2 class="text-base font-semibold">{t('call.devices')}</h2>
        <IconButton label={t('common.close')} icon={X} size="small" onClick={() => props.onClose()} />
      </header>
      <Picker kind="camera" />
      <Picker kind="microphone" />
      <LevelMeter track={props.microphone} />
      <Show when={props.devices.maySpeakElsewhere}>
        <Picker kind="speaker" />
      </Show>
      <p role="status" class="text-sm empty:hidden">
        {props.devices.hasLostSpeaker() ? t('call.speaker-replaced') : ''}
      </p>
    </section>
  )
}
