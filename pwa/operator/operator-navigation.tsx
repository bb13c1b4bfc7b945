import Archive from 'lucide-solid/icons/archive'
import ChartColumn from 'lucide-solid/icons/chart-column'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import Settings from 'lucide-solid/icons/settings'
import { Show } from 'solid-js'
import { Navigation, type Place } from '../shell/navigation.tsx'
import { classes } from '../ui/classes.ts'
import { useWords } from '../words/words.tsx'
import { AccountMenu, StatusMenu } from './after-paint.ts'
import { useDesk } from './desk.ts'
import { StatusShown } from './status-shown.tsx'

export function OperatorNavigation(props: { hiddenOnPhone: boolean; count: number }) {
  const { t } = useWords()
  const places = (): Place[] => [
    {
      href: '/',
      label: t('place.conversations'),
      icon: MessagesSquare,
      count: props.count,
      holds: (path) => path === '/' || path.startsWith('/conversations'),
    },
    {
      href: '/archive',
      label: t('place.archive'),
      icon: Archive,
      holds: (path) => path.startsWith('/archive'),
    },
    {
      href: '/statistics',
      label: t('place.statistics'),
      icon: ChartColumn,
      holds: (path) => path.startsWith('/statistics'),
    },
    {
      href: '/settings',
      label: t('place.settings'),
      icon: Settings,
      holds: (path) => path.startsWith('/settings'),
    },
  ]
  return (
    <Navigation label={t('place.label')} places={places()} hiddenOnPhone={props.hiddenOnPhone}>
      <Status />
      <div class="size-9 self-center max-md:hidden pointer-coarse:size-11">
        <AccountMenu />
      </div>
    </Navigation>
  )
}

const statusClass =
  'min-w-0 flex-auto rounded-control text-muted transition-colors hover:text-ink md:mt-auto md:flex-none md:hover:bg-sunken'
const shownClass = 'h-14 flex-col justify-center gap-1 px-0.5 text-xs leading-tight tracking-tight'

/** To be seen at once; it opens a moment later. */
function Status() {
  const desk = useDesk()
  StatusMenu.preload()
  return (
    <Show
      when={StatusMenu.isHere()}
      fallback={
        <div aria-hidden="true" class={statusClass}>
          <span class={classes('flex items-center', shownClass)}>
            <StatusShown status={desk.inbox.me.status} />
          </span>
        </div>
      }
    >
      <StatusMenu class={statusClass} shownClass={shownClass} />
    </Show>
  )
}
