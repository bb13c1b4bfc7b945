import Video from 'lucide-solid/icons/video'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'

/** In the upper right corner of the chat: turns it into a call. */
export function VideoButton(props: { onStart(): void; disabled?: boolean }) {
  const { t } = useWords()
  return (
    <IconButton
      label={t('call.start')}
      icon={Video}
      variant="quiet"
      disabled={props.disabled}
      onClick={() => props.onStart()}
    />
  )
}
