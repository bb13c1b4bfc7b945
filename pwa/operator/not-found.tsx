import { A } from '@solidjs/router'
import Compass from 'lucide-solid/icons/compass'
import { buttonClasses } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from '../words/words.tsx'

export function NotFound() {
  const { t } = useWords()
  const back = () => (
    <A href="/" class={buttonClasses('quiet')}>
      {t('not-found.back')}
    </A>
  )
  return (
    <EmptyState icon={Compass} title={t('not-found.title')} action={back()}>
      {t('not-found.text')}
    </EmptyState>
  )
}
