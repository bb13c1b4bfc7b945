import Check from 'lucide-solid/icons/check'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import LifeBuoy from 'lucide-solid/icons/life-buoy'
import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { type Hint, hintFor, hints } from '../../../edge/domain/progress.ts'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem } from '../../ui/kobalte/menu.tsx'
import { useWords } from '../../words/words.tsx'
import { createTask } from '../create-task.ts'
import { useDesk } from '../desk.ts'

/** The one hint that helps where the customer is; the others lie behind the dots. */
export function HintButtons(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const desk = useDesk()
  const [sent, setSent] = createSignal<Hint | null>(null)
  const step = () => props.summary.progress?.step ?? null
  const fitting = () => {
    const at = step()
    return at === null ? null : hintFor(at)
  }
  // A colleague's hint counts as well, and a customer who went on may need it again.
  desk.listen({
    event: (event) => {
      if (event.type === 'hint.sent' && event.conversationId === props.summary.id) setSent(event.data.hint)
    },
  })
  createEffect(on([step, () => props.summary.id], () => setSent(null), { defer: true }))
  const send = createTask(async (hint: Hint) => {
    await request('POST', `/api/conversations/${props.summary.id}/hints`, { hint })
    setSent(hint)
  })
  const words = (hint: Hint) => t(`hint.${hint}`)

  return (
    <div class="flex min-w-0 items-center gap-1">
      <Show
        when={fitting()}
        fallback={
          <p role="status" class="text-xs text-muted">
            {sentWords()}
          </p>
        }
      >
        {(hint) => (
          <Button
            size="small"
            class="min-w-0 shrink!"
            busy={send.busy()}
            aria-disabled={send.busy() || isSent(hint()) || undefined}
            onClick={() => !isSent(hint()) && void send.run(hint())}
          >
            <Show when={isSent(hint())} fallback={<LifeBuoy class="size-4 shrink-0 max-sm:hidden" />}>
              <Check class="size-4 shrink-0" />
            </Show>
            <span class="truncate">
              {t(isSent(hint()) ? 'hint.sent' : 'hint.send', { hint: words(hint()) })}
            </span>
          </Button>
        )}
      </Show>
      <Menu label={t('hint.others')} icon={fitting() ? Ellipsis : LifeBuoy}>
        <For each={hints.filter((hint) => hint !== fitting() || isSent(hint))}>
          {(hint) => (
            <MenuItem onSelect={() => void send.run(hint)}>{t('hint.send', { hint: words(hint) })}</MenuItem>
          )}
        </For>
      </Menu>
    </div>
  )

  function isSent(hint: Hint): boolean {
    return sent() === hint
  }

  function sentWords(): string {
    const last = sent()
    return last ? t('hint.sent', { hint: words(last) }) : ''
  }
}
