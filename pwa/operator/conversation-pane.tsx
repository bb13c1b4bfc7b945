import { A } from '@solidjs/router'
import CloudOff from 'lucide-solid/icons/cloud-off'
import MessageSquareX from 'lucide-solid/icons/message-square-x'
import { createEffect, createResource, Match, on, Switch } from 'solid-js'
import type { AnyEvent } from '../../edge/domain/events.ts'
import { EdgeError } from '../platform/request.ts'
import { Button, buttonClasses } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListSkeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.tsx'
import { useDesk } from './desk.ts'
import { useDevice } from './device/device.ts'
import { errorKey } from './error-words.ts'
import { fetchHistory } from './fetch-history.ts'
import { OpenConversation } from './open-conversation.tsx'

/** Fetches a conversation and shows it. `back` is where a phone's back button leads. */
export function ConversationPane(props: { id: string; back: string }) {
  const desk = useDesk()
  const { t } = useWords()
  // What happens while the history is on its way belongs to it.
  const early: AnyEvent[] = []
  desk.listen({ event: (event) => void (event.conversationId === props.id && early.push(event)) })
  const device = useDevice()
  const [history, { refetch }] = createResource(() =>
    fetchHistory(props.id, device, desk.connection() === 'offline'),
  )
  // The copy may end before the stream goes on: what lies between is asked for.
  const isBack = () => desk.connection() === 'open'
  const isStale = () => history.error || history.latest?.source === 'device'
  createEffect(on(isBack, (back) => back && isStale() && refetch()))
  const gone = () => history.error instanceof EdgeError && history.error.status === 404
  return (
    <Switch>
      <Match when={gone()}>
        <EmptyState
          icon={MessageSquareX}
          title={t('conversation-pane.gone')}
          action={
            <A href={props.back} class={buttonClasses('quiet')}>
              {t(props.back === '/' ? 'not-found.back' : 'conversation-pane.to-archive')}
            </A>
          }
        >
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
      <Match when={history.loading && !history.latest}>
        <div class="flex-1 pt-14">
          <ListSkeleton rows={5} label={t('common.loading')} />
        </div>
      </Match>
      <Match when={history.latest} keyed>
        {(found) => <OpenConversation history={found} early={early} back={props.back} />}
      </Match>
    </Switch>
  )
}
