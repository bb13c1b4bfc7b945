import CloudOff from 'lucide-solid/icons/cloud-off'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListSkeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.tsx'
import { errorKey } from './error-words.ts'

/** The app's outline while it comes up. */
export function Starting() {
  const { t } = useWords()
  return (
    <div class="flex h-full max-md:flex-col-reverse">
      <div class="border-line max-md:h-14 max-md:border-t md:w-24 md:border-e lg:w-26" />
      <div class="flex-1 border-line md:max-w-72 md:border-e xl:max-w-80">
        <ListSkeleton rows={7} label={t('common.loading')} />
      </div>
    </div>
  )
}

export function StartFailed(props: { error: unknown; onRetry(): void }) {
  const { t } = useWords()
  const retry = () => (
    <Button variant="primary" onClick={() => props.onRetry()}>
      {t('common.retry')}
    </Button>
  )
  return (
    <main class="flex h-full" role="alert">
      <EmptyState icon={CloudOff} title={t('start.failed')} action={retry()}>
        {t(errorKey(props.error))}
      </EmptyState>
    </main>
  )
}
