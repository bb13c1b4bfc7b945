import Play from 'lucide-solid/icons/play'
import Square from 'lucide-solid/icons/square'
import { createSignal, createUniqueId, onCleanup, Show } from 'solid-js'
import { createLoudspeakers } from '../../call/loudspeakers.ts'
import { makeRing } from '../../call/ring.ts'
import { chooseRing, type RingChoice, ringChoice } from '../../call/ring-choice.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useWords } from '../../words/words.tsx'

/** How this device rings. */
export function RingPanel() {
  const { t } = useWords()
  const [choice, setChoice] = createSignal(ringChoice())
  const trial = createTrial()
  const change = (next: Partial<RingChoice>) => {
    chooseRing(next)
    setChoice(ringChoice())
    trial.again()
  }
  return (
    <section aria-label={t('ring.title')}>
      <h2 class="mb-3 text-base font-semibold">{t('ring.title')}</h2>
      <div class="flex flex-col gap-4 rounded-card border border-line bg-raised p-4 shadow-low">
        <div class="flex flex-wrap items-end gap-4">
          <VolumeField value={choice().volume} onChange={(volume) => change({ volume })} />
          <SpeakerField value={choice().speaker} onChange={(speaker) => change({ speaker })} />
          <Button onClick={trial.toggle}>
            <Show when={trial.isRinging()} fallback={<Play class="size-4" />}>
              <Square class="size-4" />
            </Show>
            {t(trial.isRinging() ? 'ring.stop' : 'ring.try')}
          </Button>
        </div>
        <CheckField
          label={t('ring.quiet')}
          help={t('ring.quiet-help')}
          checked={choice().isQuietAway}
          onChange={(isQuietAway) => change({ isQuietAway })}
        />
      </div>
    </section>
  )
}

/** Rings so that the person can hear what they choose. */
function createTrial() {
  const [end, setEnd] = createSignal<(() => void) | null>(null)
  const stop = () => {
    end()?.()
    setEnd(null)
  }
  const start = () => setEnd(() => makeRing({ isTrial: true }))
  onCleanup(stop)
  return {
    isRinging: () => end() !== null,
    toggle: () => (end() ? stop() : start()),
    again() {
      if (!end()) return
      stop()
      start()
    },
  }
}

function VolumeField(props: { value: number; onChange(value: number): void }) {
  const { t } = useWords()
  const id = createUniqueId()
  return (
    <div class="flex w-56 flex-col gap-1.5">
      <label for={id} class="text-sm font-medium">
        {t('ring.volume')}
      </label>
      <input
        id={id}
        type="range"
        min="0"
        max="100"
        step="5"
        value={props.value}
        class="h-9 accent-accent-fill pointer-coarse:h-11"
        onChange={(event) => props.onChange(event.currentTarget.valueAsNumber)}
      />
    </div>
  )
}

function SpeakerField(props: { value: string; onChange(id: string): void }) {
  const { t } = useWords()
  const speakers = createLoudspeakers()
  const isKnown = () => speakers.list().some(({ id }) => id === props.value)
  const options = () => [
    { value: '', label: t('ring.speaker-own') },
    ...speakers.list().map(({ id, name }) => ({ value: id, label: name })),
  ]
  const choose = async () => {
    const chosen = await speakers.ask?.()
    if (chosen) props.onChange(chosen.id)
  }
  return (
    <>
      <Show when={speakers.list().length > 0}>
        <SelectField
          class="w-56"
          label={t('ring.speaker')}
          hint={props.value && !isKnown() ? t('ring.speaker-gone') : undefined}
          value={isKnown() ? props.value : ''}
          options={options()}
          onChange={(id) => props.onChange(id)}
        />
      </Show>
      <Show when={speakers.ask}>
        <Button onClick={() => void choose()}>{t('ring.speaker-choose')}</Button>
      </Show>
    </>
  )
}
