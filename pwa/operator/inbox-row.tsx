import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { Show } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { Avatar } from '../ui/avatar.tsx'
import { classes } from '../ui/classes.ts'
import { formatAgo, formatDuration } from '../words/formats.ts'
import { useWords } from '../words/words.tsx'
import { StateBadge } from './badge.tsx'
import { customerLabel } from './customer-label.ts'
import { useDesk } from './desk.ts'
import { previewOf } from './preview.ts'
import { troubleOf } from './way/way-of.ts'

export function InboxRow(props: { summary: ConversationSummary; now: number; current: boolean }) {
  const desk = useDesk()
  const words = useWords()
  const unread = () => (props.current ? 0 : desk.unread.of(props.summary))
  const label = () => customerLabel(props.summary.customer)
  return (
    <li>
      {/* The router takes every link; its own component costs as much as the rest of a row. */}
      <a
        href={`/conversations/${props.summary.id}`}
        aria-current={props.current ? 'true' : undefined}
        class={classes(
          'flex items-center gap-3 rounded-control px-2.5 py-2 transition-colors',
          props.current ? 'bg-accent-soft' : 'hover:bg-sunken',
        )}
      >
        <Avatar name={props.summary.customer.name} />
        <span class="min-w-0 flex-1">
          <span class="flex items-baseline gap-2">
            <span
              class={classes('min-w-0 flex-1 truncate', unread() ? 'font-semibold' : 'font-medium')}
              dir="auto"
            >
              {label()}
            </span>
            <Time summary={props.summary} now={props.now} />
          </span>
          <span class="mt-0.5 flex items-center gap-2">
            <Show when={troubleOf(props.summary)}>
              <TriangleAlert class="-me-1 size-3.5 shrink-0 text-danger" />
            </Show>
            <span
              class={classes('min-w-0 flex-1 truncate text-xs', unread() ? 'text-ink' : 'text-muted')}
              dir="auto"
            >
              {previewOf(props.summary, words)}
            </span>
            <Show when={!props.current}>
              <StateBadge summary={props.summary} />
            </Show>
            <Show when={unread() > 0}>
              <span class="min-w-5 rounded-full bg-accent-fill px-1.5 text-center text-xs leading-5 font-semibold text-on-fill">
                <span aria-hidden="true">{unread()}</span>
                <span class="sr-only">{words.t('inbox.unread', { count: unread() })}</span>
              </span>
            </Show>
          </span>
        </span>
      </a>
    </li>
  )
}

/** Who waits is seen to wait, by the second; the rest says how old it is. */
function Time(props: { summary: ConversationSummary; now: number }) {
  const { t, language } = useWords()
  const waits = () => props.summary.state === 'waiting' || props.summary.state === 'offered'
  const waited = () => formatDuration(props.now - (props.summary.waitingSince ?? props.now), language())
  return (
    <Show
      when={waits()}
      fallback={
        <span data-now class="shrink-0 text-xs text-muted">
          {formatAgo(props.summary.lastEventAt, props.now, t)}
        </span>
      }
    >
      <span data-now class="shrink-0 text-xs font-medium text-warning tabular-nums">
        <span class="sr-only">{t('inbox.waits-for')} </span>
        {waited()}
      </span>
    </Show>
  )
}
