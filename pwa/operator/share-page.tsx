import { useNavigate } from '@solidjs/router'
import ImageUp from 'lucide-solid/icons/image-up'
import { createResource, For, Match, Switch } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { forgetSharedFiles, readSharedFiles } from '../platform/shared-files.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.tsx'
import { filesOf } from './conversation-files.ts'
import { customerLabel } from './customer-label.ts'
import { useDesk } from './desk.ts'
import { inInboxOrder } from './inbox-order.ts'

/** Where photos and videos go that another app shared with this one. */
export function SharePage() {
  const { t } = useWords()
  const desk = useDesk()
  const navigate = useNavigate()
  const [files] = createResource(readSharedFiles)
  const mine = () => {
    const { conversations, me } = desk.inbox
    return inInboxOrder(conversations, me.id).find(({ section }) => section === 'mine')?.conversations ?? []
  }

  function send(id: string) {
    filesOf(id).add(files() ?? [])
    leave(`/conversations/${id}`)
  }

  function leave(place: string) {
    void forgetSharedFiles()
    navigate(place, { replace: true })
  }

  return (
    <div class="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <Switch>
        <Match when={files.loading}>{null}</Match>
        <Match when={files()?.length === 0}>
          <EmptyState icon={ImageUp} title={t('share.nothing')}>
            {t('share.nothing-text')}
          </EmptyState>
        </Match>
        <Match when={mine().length === 0}>
          <EmptyState
            icon={ImageUp}
            title={t('share.nowhere')}
            action={<Button onClick={() => leave('/')}>{t('share.cancel')}</Button>}
          >
            {t('share.nowhere-text')}
          </EmptyState>
        </Match>
        <Match when={files()}>
          <div class="mx-auto flex w-full max-w-md flex-col gap-4 px-4 py-8">
            <header>
              <h1 class="text-xl font-semibold">{t('share.title')}</h1>
              <p class="text-muted">{t('share.what', { count: files()?.length ?? 0 })}</p>
            </header>
            <ul
              aria-label={t('share.choose')}
              class="divide-y divide-line rounded-card border border-line bg-raised shadow-low"
            >
              <For each={mine()}>
                {(summary) => <Choice summary={summary} onChoose={() => send(summary.id)} />}
              </For>
            </ul>
            <Button class="self-start" onClick={() => leave('/')}>
              {t('share.cancel')}
            </Button>
          </div>
        </Match>
      </Switch>
    </div>
  )
}

function Choice(props: { summary: ConversationSummary; onChoose(): void }) {
  const label = () => customerLabel(props.summary.customer)
  return (
    <li>
      <button
        type="button"
        class="flex min-h-14 w-full items-center gap-3 px-4 py-2 text-start transition-colors hover:bg-sunken"
        onClick={() => props.onChoose()}
      >
        <Avatar name={props.summary.customer.name} />
        <span class="min-w-0 flex-1 truncate font-medium" dir="auto">
          {label()}
        </span>
      </button>
    </li>
  )
}
