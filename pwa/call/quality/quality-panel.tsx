import X from 'lucide-solid/icons/x'
import { createUniqueId, onMount, Show } from 'solid-js'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import type { LinkCare } from './link-care.ts'
import { QualityDetails } from './quality-details.tsx'
import { stillsKey, verdictKey } from './quality-words.ts'

export interface QualityPanelProps {
  care: LinkCare
  name: string
  hasDetails: boolean
  onClose(): void
}

/** How the connection is, in words, and what a person can choose: less data, or pictures that stand still. */
export function QualityPanel(props: QualityPanelProps) {
  const { t } = useWords()
  let panel: HTMLElement | undefined
  onMount(() => panel?.focus())

  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={t('quality.title')}
      tabindex="-1"
      class="absolute end-3 top-14 z-20 flex max-h-[calc(100%-4rem)] w-72 max-w-[calc(100%-1.5rem)] flex-col gap-3 overflow-y-auto rounded-card bg-raised p-3 text-ink shadow-high outline-none rise"
      onFocusOut={(event) => isOtherPanel(event) && props.onClose()}
      onKeyDown={(event) => event.key === 'Escape' && props.onClose()}
    >
      <header class="flex items-center justify-between">
        <h2 class="text-base font-semibold">{t('quality.title')}</h2>
        <IconButton label={t('common.close')} icon={X} size="small" onClick={() => props.onClose()} />
      </header>
      <p class="text-sm">{t(verdictKey(props.care.verdict()), { name: props.name })}</p>
      <Show when={stillsKey(props.care)}>
        {(key) => <p class="text-sm text-muted">{t(key(), { name: props.name })}</p>}
      </Show>
      <Switch
        label={t('quality.saver')}
        hint={t('quality.saver.hint')}
        isOn={props.care.isSaving()}
        onToggle={props.care.toggleSaving}
      />
      <Switch
        label={t('quality.choose-stills')}
        hint={t('quality.choose-stills.hint')}
        isOn={props.care.wantsStills()}
        onToggle={props.care.toggleStills}
      />
      <Show when={props.hasDetails && props.care.trend()}>
        {(trend) => <QualityDetails trend={trend()} />}
      </Show>
    </section>
  )
}

/** Two panels would lie over each other: the newer one has the focus, and the place. */
function isOtherPanel({ relatedTarget, currentTarget }: FocusEvent): boolean {
  const panel = relatedTarget instanceof Element ? relatedTarget.closest('[role=dialog]') : null
  return panel !== null && panel !== currentTarget
}

function Switch(props: { label: string; hint: string; isOn: boolean; onToggle(): void }) {
  const id = createUniqueId()
  return (
    <label class="flex items-start gap-2.5 rounded-control border border-line px-3 py-2.5 transition-colors hover:bg-sunken">
      <input
        type="checkbox"
        role="switch"
        checked={props.isOn}
        aria-checked={props.isOn}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        onChange={() => props.onToggle()}
        class="mt-0.5 size-4 shrink-0 accent-accent-fill"
      />
      <span class="flex flex-col">
        <span id={id}>{props.label}</span>
        <span id={`${id}-hint`} class="text-xs text-muted">
          {props.hint}
        </span>
      </span>
    </label>
  )
}
