import { Spinner } from '../ui/spinner.tsx'
import { useWords } from '../words/words.tsx'
import { PageFrame } from './page-frame.tsx'

/** Seen only where the answer takes its time. */
export function OpeningPage() {
  const { t } = useWords()
  return (
    <PageFrame>
      <p role="status" class="appear-late flex items-center justify-center gap-3 text-base text-muted">
        <Spinner />
        {t('customer.opening')}
      </p>
    </PageFrame>
  )
}
