import ChartColumn from 'lucide-solid/icons/chart-column'
import { createSignal, Match, onMount, Switch } from 'solid-js'
import type { CallStatistics } from '../../../edge/domain/wire.ts'
import { request } from '../../platform/request.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ListSkeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words/words.tsx'
import { errorKey } from '../error-words.ts'
import { CallTable } from './call-table.tsx'

const days = 30

/** How calls went, day by day. */
export function StatisticsPage() {
  const { t } = useWords()
  const [found, setFound] = createSignal<CallStatistics | null>(null)
  const [error, setError] = createSignal<unknown>(null)

  async function load(): Promise<void> {
    setError(null)
    const offset = -new Date().getTimezoneOffset()
    const path = `/api/statistics/calls?days=${days}&offset=${offset}`
    await request<CallStatistics>('GET', path).then(setFound, setError)
  }
  onMount(() => void load())

  return (
    <div class="min-h-0 flex-1 overflow-y-auto">
      <div class="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-8 sm:px-8">
        <h1 class="text-xl font-semibold">{t('place.statistics')}</h1>
        <Switch fallback={<ListSkeleton rows={6} label={t('common.loading')} />}>
          <Match when={error()}>
            <Notice tone="danger" action={<Button onClick={() => void load()}>{t('common.retry')}</Button>}>
              {t(errorKey(error()))}
            </Notice>
          </Match>
          <Match when={found()?.days.length === 0}>
            <EmptyState icon={ChartColumn} title={t('statistics.empty')}>
              {t('statistics.empty-text')}
            </EmptyState>
          </Match>
          <Match when={found()}>{(statistics) => <CallTable statistics={statistics()} days={days} />}</Match>
        </Switch>
      </div>
    </div>
  )
}
