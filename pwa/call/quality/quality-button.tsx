import Images from 'lucide-solid/icons/images'
import Signal from 'lucide-solid/icons/signal'
import SignalLow from 'lucide-solid/icons/signal-low'
import SignalMedium from 'lucide-solid/icons/signal-medium'
import { IconButton } from '../../ui/icon-button.tsx'
import { useWords } from '../../words/words.tsx'
import { onStage } from '../on-stage.ts'
import type { Grade } from './grade.ts'
import type { LinkCare } from './link-care.ts'

const icons: Record<Grade, typeof Signal> = {
  good: Signal,
  fair: SignalMedium,
  poor: SignalLow,
  'sound-only': Images,
}

/** Shows by its bars how good the connection is, and opens what can be done about it. */
export function QualityButton(props: { care: LinkCare; isOpen: boolean; onPress(): void }) {
  const { t } = useWords()
  const grade = () => props.care.verdict().grade
  return (
    <IconButton
      label={t('quality.title')}
      title={`${t('quality.title')}: ${t(`quality.${grade()}`)}`}
      icon={icons[grade()]}
      data-quality={grade()}
      look={onStage}
      aria-haspopup="dialog"
      aria-expanded={props.isOpen}
      onClick={() => props.onPress()}
    />
  )
}
