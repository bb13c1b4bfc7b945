import Volume from 'lucide-solid/icons/volume-2'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'

/** Where a browser plays no sound before a tap: one gives the sound and, if need be, asks for the camera again. */
export function JoinButton(props: { onJoin(): void }) {
  const { t } = useWords()
  return (
    <div class="absolute inset-0 grid place-content-center justify-items-center gap-3 bg-stage/60 p-4 text-center">
      <Button variant="green" size="large" onClick={() => props.onJoin()}>
        <Volume class="size-5" />
        {t('call.join')}
      </Button>
      <p class="text-sm">{t('call.join-hint')}</p>
    </div>
  )
}
