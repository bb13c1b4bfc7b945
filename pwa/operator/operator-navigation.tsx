import Archive from 'lucide-solid/icons/archive'
import ChartColumn from 'lucide-solid/icons/chart-column'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import Settings from 'lucide-solid/icons/settings'
import { Navigation, type Place } from '../shell/navigation.tsx'
import { useWords } from '../words/words.tsx'
import { AccountMenu } from './account-menu.tsx'
import { StatusMenu } from './status-menu.tsx'

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
      <StatusMenu
        class="min-w-0 flex-auto rounded-control text-muted transition-colors hover:text-ink md:mt-auto md:flex-none md:hover:bg-sunken"
        shownClass="h-14 flex-col justify-center gap-1 px-0.5 text-xs leading-tight tracking-tight"
      />
      <AccountMenu class="self-center max-md:hidden" />
    </Navigation>
  )
}
