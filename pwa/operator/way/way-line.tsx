import Check from 'lucide-solid/icons/check'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import Circle from 'lucide-solid/icons/circle'
import CircleDot from 'lucide-solid/icons/circle-dot'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { Index, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { ConversationSummary } from '../../../edge/domain/wire.ts'
import { classes } from '../../ui/classes.ts'
import type { Icon } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { useDesk } from '../desk.ts'
import { permitsFor } from '../permits.ts'
import { HintButtons } from './hint-buttons.tsx'
import { isOnTheWay, type Stop, type StopLook, wayOf } from './way-of.ts'

/** Where are they stuck? Live, under the header, for as long as it matters. */
export function WayLine(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const desk = useDesk()
  const permits = () => permitsFor(props.summary, desk.inbox.me.id)
  return (
    <Show when={isOnTheWay(props.summary)}>
      <section
        aria-label={t('way.label')}
        class="@container flex min-h-11 shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-1.5"
      >
        {/* Only what changes is said. */}
        <ol aria-live="polite" class={classes('flex min-w-0 flex-wrap items-center gap-1 text-xs', narrow)}>
          <Index each={wayOf(props.summary)}>
            {(stop, place) => <StopSign stop={stop()} first={place === 0} />}
          </Index>
        </ol>
        <Show when={permits().sendHint}>
          <HintButtons summary={props.summary} />
        </Show>
      </section>
    </Show>
  )
}

// Where there is no room for every word: where they are, and what comes next.
const narrow = '@max-[32rem]:[&>[data-stop=ahead]~[data-stop=ahead]]:hidden'

const looks: Record<StopLook, { icon: Icon; ink: string }> = {
  done: { icon: Check, ink: 'text-muted' },
  now: { icon: CircleDot, ink: 'font-medium text-ink' },
  trouble: { icon: TriangleAlert, ink: 'font-medium text-danger' },
  ahead: { icon: Circle, ink: 'text-muted' },
}

function StopSign(props: { stop: Stop; first: boolean }) {
  const { t } = useWords()
  return (
    <li
      class={classes('flex min-w-0 items-center gap-1', looks[props.stop.look].ink)}
      data-stop={props.stop.look}
    >
      <Show when={!props.first}>
        <ChevronRight class="size-3 shrink-0 text-muted rtl:-scale-x-100" />
      </Show>
      <Dynamic component={looks[props.stop.look].icon} class="size-3.5 shrink-0" />
      <span class={props.stop.look === 'done' ? '@max-[32rem]:sr-only' : ''}>{t(props.stop.key)}</span>
    </li>
  )
}
