import { createSignal, Show } from 'solid-js'
import type { ConversationFiles } from '../../conversation/attachments/conversation-files.ts'
import { takesFiles } from '../../conversation/attachments/takes-files.ts'
import { Dialog } from '../../ui/kobalte/dialog.tsx'
import { Tabs } from '../../ui/kobalte/tabs.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWords } from '../../words/words.tsx'
import type { Chosen } from './chosen.ts'
import { CompartmentPanel } from './compartment-panel.tsx'
import { type Compartment, compartments } from './compartments.ts'
import { createSent } from './sent.ts'

export interface MediaDialogProps {
  files: ConversationFiles
  chosen: Chosen
  onClose(): void
}

/** The panel behind the settings button: photos and videos apart, picked, looked over, sent. */
export function MediaDialog(props: MediaDialogProps) {
  const { t } = useWords()
  const [open, setOpen] = createSignal<Compartment>('photos')
  const sent = createSent(props.files)
  return (
    <Dialog open onClose={props.onClose} title={t('media.title')} closeLabel={t('common.close')} width="wide">
      <div
        class="flex min-h-96 flex-col"
        ref={(element) => takesFiles(element, (files) => props.chosen.add(files))}
      >
        <Tabs
          label={t('media.title')}
          tabs={compartments.map((value) => ({
            value,
            label: t(`media.${value}`),
            count: props.chosen.of(value).length,
          }))}
          value={open()}
          onChange={(next) => setOpen(next)}
          panel={(compartment) => (
            <CompartmentPanel
              compartment={compartment}
              chosen={props.chosen}
              uploads={sent.of(compartment)}
              arrived={sent.arrived(compartment)}
              onSend={() => sent.send(compartment, props.chosen.take(compartment))}
              onCancel={sent.cancel}
              onRetry={(id) => props.files.uploads()?.retry(id)}
              note={
                <Show when={props.chosen.strangers()}>
                  {(count) => <Notice tone="warning">{t('media.wrong-kind', { count: count() })}</Notice>}
                </Show>
              }
            />
          )}
        />
      </div>
    </Dialog>
  )
}
