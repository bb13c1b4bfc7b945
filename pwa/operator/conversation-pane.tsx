import CloudOff from 'lucide-solid/icons/cloud-off'
import MessageSquareX from 'lucide-solid/icons/message-square-x'
import { createResource, Match, Switch } from 'solid-js'
import type { AnyEvent } from '../../edge/domain/events.ts'
import type { History } from '../../edge/domain/wire.ts'
import { EdgeError, request } from '../platform/request.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListSkeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.tsx'
import { useDesk } from './desk.ts'
import { errorKey } from './error-words.ts'
import { OpenConversation } from './open-conversation.tsx'

/** Fetches a conversation and shows it. `back` is where a phone's back button leads. */
export function ConversationPane(props: { id: string; back: string }) {
  const desk = useDesk()
  const { t } = useWords()
  // What happens while the history is on its way belongs to it.
  const early: AnyEvent[] = []
  desk.listen({ event: (event) => void (event.conversationId === props.id && early.push(event)) })
  const [history, { refetch }] = createResource(() =>
    request<History>('GET', `/api/conversations/${props.id}/events?limit=200`),
  )
  const gone = () => history.error instanceof EdgeError && history.error.status === 404
  return (
    <Switch>
      <Match when={gone()}>
        <EmptyState icon={MessageSquareX} title={t('conversation-pane.gone')}>
          {t('conversation-pane.gone-text')}
        </EmptyState>
      </Match>
      <Match when={history.error}>
        <div role="alert" class="flex flex-1">
          <EmptyState
            icon={CloudOff}
            title={t('conversation-pane.failed')}
            action={<Button onClick={() => refetch()}>{t('common.retry')}</Button>}
          >
            {t(errorKey(history.error))}
          </EmptyState>
        </div>
      </Match>
      <Match when={history.loading}>
        <div class="flex-1 pt-14">
          <ListSkeleton rows={5} label={t('common.loading')} />
        </div>
      </Match>
      <Match when={history()}>
        {(found) => <OpenConversation history={found()} early={early} back={props.back} />}
      </Match>
    </Switch>
  )
}
