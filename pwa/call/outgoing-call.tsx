import PhoneOff from 'lucide-solid/icons/phone-off'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'

/** Our own call while it rings at the other side. */
export function OutgoingCall(props: { to: string; onCancel(): void }) {
  const { t } = useWords()
  return (
    <div
      role="status"
      class="flex flex-wrap items-center gap-3 rounded-card bg-stage p-4 text-on-stage shadow-high rise"
    >
      <Avatar name={props.to} />
      <p class="min-w-0 flex-1 basis-40">
        <span class="block text-base font-medium">{t('call.calling', { name: props.to })}</span>
        <span class="block text-sm text-on-stage-muted">{t('call.ringing')}</span>
      </p>
      <Button variant="red" size="large" class="max-sm:flex-1" onClick={() => props.onCancel()}>
        <PhoneOff class="size-5" />
        {t('call.cancel')}
      </Button>
    </div>
  )
}
