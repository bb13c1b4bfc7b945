import ArchiveIcon from 'lucide-solid/icons/archive'
import CloudOff from 'lucide-solid/icons/cloud-off'
import Search from 'lucide-solid/icons/search'
import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { noFilters } from '../../edge/domain/archive.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { fieldBoxClasses } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ListSkeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.tsx'
import { createArchive } from './archive.ts'
import { ArchiveFilters } from './archive-filters.tsx'
import { ArchiveRow } from './archive-row.tsx'
import { useDesk } from './desk.ts'
import { useDevice } from './device/device.ts'
import { errorKey } from './error-words.ts'

/** What is filed, newest first, and a search in everything that was written. */
export function ArchiveList(props: { current: string | undefined }) {
  const { t } = useWords()
  const [search, setSearch] = createSignal('')
  const [filters, setFilters] = createSignal(noFilters)
  const desk = useDesk()
  const archive = createArchive({
    words: search,
    filters,
    isOffline: () => desk.connection() === 'offline',
    kept: useDevice().archive,
  })
  const isAsked = () => search() !== '' || filters() !== noFilters
  const isKept = () => archive.source() === 'device'
  const emptyWords = () => {
    if (isAsked()) return 'no-hit' as const
    return isKept() ? ('nothing-kept' as const) : ('empty' as const)
  }
  const isEmpty = () => archive.state() === 'ready' && archive.rows().length === 0
  return (
    <section aria-label={t('place.archive')} class="flex h-full min-h-0 w-full flex-col">
      <header class="flex h-14 shrink-0 items-center border-b border-line px-3">
        <h1 class="sr-only">{t('place.archive')}</h1>
        <SearchBox value={search()} onInput={setSearch} />
      </header>
      <ArchiveFilters value={filters()} onChange={setFilters} />
      <div class="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
        <Show when={isKept()}>
          <p role="status" class="flex items-center gap-2 px-2.5 pt-1 pb-2 text-xs text-muted">
            <CloudOff class="size-3.5 shrink-0" />
            {t('archive.kept-only')}
          </p>
        </Show>
        <Switch>
          <Match when={archive.state() === 'loading' && archive.rows().length === 0}>
            <ListSkeleton rows={8} label={t('common.loading')} />
          </Match>
          <Match when={isEmpty()}>
            <EmptyState icon={ArchiveIcon} title={t(`archive.${emptyWords()}`)}>
              {t(`archive.${emptyWords()}-text`)}
            </EmptyState>
          </Match>
        </Switch>
        <ul>
          <For each={archive.rows()}>
            {(row) => <ArchiveRow row={row} current={row.id === props.current} />}
          </For>
        </ul>
        <Show when={archive.state() === 'failed'}>
          <Notice tone="danger" action={<Button onClick={archive.retry}>{t('common.retry')}</Button>}>
            {t(errorKey(archive.error()))}
          </Notice>
        </Show>
        <Show when={archive.hasMore() && archive.state() !== 'failed'}>
          <Button class="mt-2 w-full" busy={archive.state() === 'loading'} onClick={archive.more}>
            {t('archive.more')}
          </Button>
        </Show>
      </div>
    </section>
  )
}

function SearchBox(props: { value: string; onInput(value: string): void }) {
  const { t } = useWords()
  return (
    <span class="relative block flex-1">
      <Search class="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
      <input
        type="search"
        aria-label={t('archive.search')}
        placeholder={t('archive.search')}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        class={classes(fieldBoxClasses, 'h-9 ps-9 pe-3 pointer-coarse:h-10')}
      />
    </span>
  )
}
