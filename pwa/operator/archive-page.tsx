import { useParams } from '@solidjs/router'
import ArchiveIcon from 'lucide-solid/icons/archive'
import { Show } from 'solid-js'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.tsx'
import { ArchiveList } from './archive-list.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import { TwoPanes } from './two-panes.tsx'

export function ArchivePage() {
  const params = useParams<{ id?: string }>()
  const { t } = useWords()
  return (
    <TwoPanes
      inside={params.id !== undefined}
      list={<ArchiveList current={params.id} />}
      detail={
        <Show
          when={params.id}
          keyed
          fallback={
            <EmptyState icon={ArchiveIcon} title={t('archive.none')}>
              {t('archive.none-text')}
            </EmptyState>
          }
        >
          {(id) => <ConversationPane id={id} back="/archive" />}
        </Show>
      }
    />
  )
}
