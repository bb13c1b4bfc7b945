import CircleAlert from 'lucide-solid/icons/circle-alert'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { PageFrame } from './page-frame.tsx'

/** The link could not be opened yet; it is tried again by itself. */
export function Unreachable(props: { onRetry(): void }) {
  const { t } = useWords()
  return (
    <PageFrame>
      <CircleAlert class="mb-5 size-14 rounded-full bg-sunken p-4 text-muted" />
      <h1 class="text-xl font-semibold">{t('customer.unreachable')}</h1>
      <p role="status" class="mt-2 mb-6 text-base text-muted text-pretty">
        {t('customer.unreachable.help')}
      </p>
      <Button variant="primary" size="large" onClick={props.onRetry}>
        {t('common.retry')}
      </Button>
    </PageFrame>
  )
}
