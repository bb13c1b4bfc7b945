import { useParams } from '@solidjs/router'
import MessageSquare from 'lucide-solid/icons/message-square'
import { Show } from 'solid-js'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.tsx'
import { ConversationPane } from './after-paint.ts'
import { InboxList } from './inbox-list.tsx'
import { TwoPanes } from './two-panes.tsx'

export function ConversationsPage() {
  const params = useParams<{ id?: string }>()
  const { t } = useWords()
  return (
    <TwoPanes
      inside={params.id !== undefined}
      list={<InboxList current={params.id} />}
      detail={
        <Show
          when={params.id}
          keyed
          fallback={
            <EmptyState icon={MessageSquare} title={t('conversation-pane.none')}>
              {t('conversation-pane.none-text')}
            </EmptyState>
          }
        >
          {(id) => <ConversationPane id={id} back="/" />}
        </Show>
      }
    />
  )
}
