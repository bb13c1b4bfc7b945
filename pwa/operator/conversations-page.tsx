import { useParams } from '@solidjs/router'
import MessageSquare from 'lucide-solid/icons/message-square'
import { Show } from 'solid-js'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.tsx'
import { ConversationPane } from './after-paint.ts'
import { useDesk } from './desk.ts'
import { InboxList } from './inbox-list.tsx'
import { TwoPanes } from './two-panes.tsx'

export function ConversationsPage() {
  const params = useParams<{ id?: string }>()
  const { t } = useWords()
  const desk = useDesk()
  // Beside a list that is empty itself, and says so, there is nothing to choose.
  const hasChoice = () => desk.inbox.conversations.length > 0
  return (
    <TwoPanes
      inside={params.id !== undefined}
      list={<InboxList current={params.id} />}
      detail={
        <Show
          when={params.id}
          keyed
          fallback={
            <Show when={hasChoice()}>
              <EmptyState icon={MessageSquare} title={t('conversation-pane.none')}>
                {t('conversation-pane.none-text')}
              </EmptyState>
            </Show>
          }
        >
          {(id) => <ConversationPane id={id} back="/" />}
        </Show>
      }
    />
  )
}
