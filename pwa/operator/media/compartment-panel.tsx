import ArrowUp from 'lucide-solid/icons/arrow-up'
import Film from 'lucide-solid/icons/film'
import Images from 'lucide-solid/icons/images'
import Send from 'lucide-solid/icons/send'
import { For, type JSX, Show } from 'solid-js'
import { pickFiles } from '../../conversation/attachments/pick-files.ts'
import type { Upload } from '../../conversation/attachments/upload.ts'
import { UploadRow } from '../../conversation/attachments/upload-row.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useWords } from '../../words/words.tsx'
import type { Chosen } from './chosen.ts'
import { ChosenTile } from './chosen-tile.tsx'
import type { Compartment } from './compartments.ts'

export interface CompartmentPanelProps {
  compartment: Compartment
  chosen: Chosen
  uploads: readonly Upload[]
  arrived: number
  onSend(): void
  onCancel(id: string): void
  onRetry(id: string): void
  note?: JSX.Element
}

/** One compartment: what is picked, what is on its way, and the blue arrow. */
export function CompartmentPanel(props: CompartmentPanelProps) {
  const { t } = useWords()
  const picked = () => props.chosen.of(props.compartment)
  const isEmpty = () => picked().length === 0 && props.uploads.length === 0 && props.arrived === 0
  return (
    <>
      <div class="flex flex-1 flex-col gap-4 p-4">
        {props.note}
        <Show when={!isEmpty()} fallback={<Nothing compartment={props.compartment} />}>
          <ul
            aria-label={t(`media.chosen-${props.compartment}`)}
            class="grid grid-cols-[repeat(auto-fill,minmax(6.5rem,1fr))] gap-3 empty:hidden"
          >
            <For each={picked()}>
              {(item) => <ChosenTile item={item} onRemove={() => props.chosen.remove(item.id)} />}
            </For>
          </ul>
          <UnderWay {...props} />
          <p role="status" class="text-sm text-success">
            {props.arrived > 0 ? t('media.arrived', { count: props.arrived }) : ''}
          </p>
        </Show>
      </div>
      <footer class="sticky bottom-0 flex items-center justify-between gap-3 border-t border-line bg-raised px-4 py-3">
        <Button
          variant="primary"
          aria-disabled={picked().length === 0 || undefined}
          onClick={() => picked().length > 0 && props.onSend()}
        >
          <Send class="size-4" />
          {t(`media.send-${props.compartment}`)}
        </Button>
        <ChooseButton onClick={() => void pickFiles(props.compartment).then(props.chosen.add)} />
      </footer>
    </>
  )
}

function Nothing(props: { compartment: Compartment }) {
  const { t } = useWords()
  return (
    <EmptyState
      icon={props.compartment === 'photos' ? Images : Film}
      title={t(`media.no-${props.compartment}`)}
    >
      {t('media.how')}
    </EmptyState>
  )
}

function UnderWay(props: CompartmentPanelProps) {
  const { t } = useWords()
  return (
    <Show when={props.uploads.length > 0}>
      <section aria-label={t('media.on-their-way')}>
        <h3 class="text-xs font-medium text-muted">{t('media.on-their-way')}</h3>
        <ul>
          <For each={props.uploads}>
            {(upload) => (
              <UploadRow
                upload={upload}
                onCancel={() => props.onCancel(upload.id)}
                onRetry={() => props.onRetry(upload.id)}
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}

/** The blue arrow of the handbook. */
function ChooseButton(props: { onClick(): void }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      autofocus
      aria-label={t('media.choose')}
      title={t('media.choose')}
      class="inline-flex size-12 items-center justify-center rounded-full bg-info-fill text-on-fill shadow-low transition-transform hover:scale-105"
      onClick={() => props.onClick()}
    >
      <ArrowUp class="size-6" />
    </button>
  )
}
