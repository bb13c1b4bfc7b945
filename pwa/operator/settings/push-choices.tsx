import { For, Show } from 'solid-js'
import type { PushSettings, QuietHours } from '../../../edge/domain/push-settings.ts'
import { useSay } from '../../shell/toasts.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useWords } from '../../words/words.tsx'
import { errorKey } from '../error-words.ts'

const night = { from: '22:00', to: '07:00' }
const choices = ['jobs', 'messages', 'firstNames'] as const
const words = { jobs: 'push.jobs', messages: 'push.messages', firstNames: 'push.first-names' } as const

/** What I am told of, and when not. Each choice is kept at once. */
export function PushChoices(props: {
  settings: PushSettings
  onChange(change: Partial<PushSettings>): Promise<void>
}) {
  const { t } = useWords()
  const say = useSay()
  const save = (change: Partial<PushSettings>) =>
    void props.onChange(change).catch((error) => say(t(errorKey(error)), 'danger'))
  return (
    <fieldset class="p-4 *:clear-both">
      <legend class="float-start mb-1 font-semibold">{t('push.what')}</legend>
      <For each={choices}>
        {(choice) => (
          <CheckField
            label={t(words[choice])}
            help={choice === 'firstNames' ? t('push.first-names.help') : undefined}
            checked={props.settings[choice]}
            onChange={(on) => save({ [choice]: on })}
          />
        )}
      </For>
      <CheckField
        label={t('push.quiet')}
        help={
          props.settings.quiet ? t('push.quiet.help', { zone: props.settings.quiet.timeZone }) : undefined
        }
        checked={props.settings.quiet !== null}
        onChange={(on) => save({ quiet: on ? { ...night, timeZone: ownZone() } : null })}
      />
      <Show when={props.settings.quiet}>
        {(quiet) => <Hours quiet={quiet()} onChange={(hours) => save({ quiet: hours })} />}
      </Show>
    </fieldset>
  )
}

const ends = { from: 'push.from', to: 'push.to' } as const

function Hours(props: { quiet: QuietHours; onChange(quiet: QuietHours): void }) {
  const { t } = useWords()
  const move = (end: keyof typeof ends, time: string) => {
    // A field that is being emptied has no time yet.
    if (time) props.onChange({ ...props.quiet, [end]: time, timeZone: ownZone() })
  }
  return (
    <div class="flex gap-3 ps-7 pt-1">
      <For each={['from', 'to'] as const}>
        {(end) => (
          <TextField
            class="w-32"
            label={t(ends[end])}
            type="time"
            value={props.quiet[end]}
            onInput={() => {}}
            onChange={(event) => move(end, event.currentTarget.value)}
          />
        )}
      </For>
    </div>
  )
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
