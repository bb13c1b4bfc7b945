import Pencil from 'lucide-solid/icons/pencil'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show } from 'solid-js'
import type { Template } from '../../../edge/domain/wire.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { Badge } from '../badge.tsx'
import { useDesk } from '../desk.ts'
import { TeamPanel } from './team-panel.tsx'
import { TemplateDialog } from './template-dialog.tsx'

/** The words that the team keeps for its invites. */
export function TemplatesPanel() {
  const { t } = useWords()
  const desk = useDesk()
  const [edited, setEdited] = createSignal<Template | 'new' | null>(null)
  const add = () => (
    <Button size="small" onClick={() => setEdited('new')}>
      <Plus class="size-4" />
      {t('template.add')}
    </Button>
  )
  return (
    <>
      <TeamPanel title={t('template.title')} action={add()}>
        <For
          each={desk.inbox.team.templates}
          fallback={<li class="px-4 py-6 text-center text-muted">{t('template.none')}</li>}
        >
          {(template) => <TemplateLine template={template} onEdit={() => setEdited({ ...template })} />}
        </For>
      </TeamPanel>
      <Show when={edited()} keyed>
        {(found) => (
          <TemplateDialog template={found === 'new' ? null : found} onClose={() => setEdited(null)} />
        )}
      </Show>
    </>
  )
}

function TemplateLine(props: { template: Template; onEdit(): void }) {
  const { t } = useWords()
  return (
    <li class="flex items-center gap-3 px-4 py-3">
      <div class="min-w-0 flex-1">
        <p class="flex items-center gap-2 font-medium">
          <span class="truncate" dir="auto">
            {props.template.name}
          </span>
          <Badge tone="plain">{t(`language.${props.template.language}`)}</Badge>
        </p>
        <p class="truncate text-xs text-muted" dir="auto" lang={props.template.language}>
          {props.template.text}
        </p>
      </div>
      <IconButton
        label={t('template.edit', { name: props.template.name })}
        icon={Pencil}
        size="small"
        onClick={() => props.onEdit()}
      />
    </li>
  )
}
