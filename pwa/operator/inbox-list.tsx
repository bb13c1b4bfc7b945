import Inbox from 'lucide-solid/icons/inbox'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, For, Show } from 'solid-js'
import { createClock } from '../platform/clock.ts'
import { isPainted } from '../platform/painted.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.tsx'
import { useDesk } from './desk.ts'
import { inInboxOrder, type Section } from './inbox-order.ts'
import { InboxRow } from './inbox-row.tsx'
import { useInvite } from './invite/use-invite.ts'

// As much as a screen holds; the rest is drawn after the first frame.
const rowsAtFirst = 25

/** The first pane: who waits, who writes, what is to be filed. */
export function InboxList(props: { current: string | undefined }) {
  const desk = useDesk()
  const { t } = useWords()
  const now = createClock()
  const groups = createMemo(() => inInboxOrder(desk.inbox.conversations, desk.inbox.me.id))
  // By the section's name and the conversation itself: what has not changed stays, with the focus on it.
  const rows = (section: Section) => {
    const all = groups().find((group) => group.section === section)?.conversations ?? []
    return isPainted() ? all : all.slice(0, rowsAtFirst)
  }
  return (
    <section aria-label={t('place.conversations')} class="flex h-full min-h-0 w-full flex-col">
      <InboxHeader />
      <div class="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
        <Show when={groups().length > 0} fallback={<InboxEmpty />}>
          <For each={groups().map(({ section }) => section)}>
            {(section) => (
              <section aria-label={t(`inbox.${section}`)} class="mb-3">
                <h2 class="px-2.5 pt-2 pb-1 text-xs font-medium text-muted">{t(`inbox.${section}`)}</h2>
                <ul>
                  <For each={rows(section)}>
                    {(summary) => (
                      <InboxRow summary={summary} now={now()} current={summary.id === props.current} />
                    )}
                  </For>
                </ul>
              </section>
            )}
          </For>
        </Show>
      </div>
    </section>
  )
}

// Where the pane is narrow the place at the side says the title.
function InboxHeader() {
  const { t } = useWords()
  const invite = useInvite()
  return (
    <header class="flex h-14 shrink-0 items-center justify-between gap-2 border-b border-line ps-4.5 pe-3 md:max-xl:ps-3">
      <h1 class="min-w-0 truncate text-base font-semibold md:max-xl:sr-only">{t('place.conversations')}</h1>
      <Button
        variant="primary"
        size="small"
        class="md:max-xl:flex-1"
        onClick={invite}
        title={t('invite.key-hint')}
        aria-keyshortcuts="n"
      >
        <Plus class="size-4" />
        {t('inbox.new-link')}
      </Button>
    </header>
  )
}

function InboxEmpty() {
  const { t } = useWords()
  const invite = useInvite()
  return (
    <EmptyState
      icon={Inbox}
      title={t('inbox.empty')}
      action={<Button onClick={invite}>{t('inbox.empty-action')}</Button>}
    >
      {t('inbox.empty-text')}
    </EmptyState>
  )
}
