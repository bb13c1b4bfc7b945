import Phone from 'lucide-solid/icons/phone'
import PhoneOff from 'lucide-solid/icons/phone-off'
import { onCleanup } from 'solid-js'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.tsx'
import { makeRing } from './ring.ts'

export interface IncomingCallProps {
  from: string
  onAccept(): void
  onDecline(): void
}

/**
 * A call that comes in the middle of a chat. It does not take the focus: whoever is typing
 * would otherwise accept it with the next Enter.
 */
export function IncomingCall(props: IncomingCallProps) {
  const { t } = useWords()
  onCleanup(makeRing())
  return (
    <div
      role="alertdialog"
      aria-label={t('call.incoming', { name: props.from })}
      class="flex flex-wrap items-center justify-center gap-3 rounded-card bg-stage p-4 text-on-stage shadow-high rise"
    >
      <span class="relative inline-flex">
        <span class="absolute inset-0 animate-ping rounded-full bg-success-fill opacity-60" />
        <Avatar name={props.from} class="relative" />
      </span>
      <p class="min-w-0 flex-1 basis-40 text-base font-medium">{t('call.incoming', { name: props.from })}</p>
      <div class="flex flex-1 gap-2 [&>*]:flex-1">
        <Button variant="red" size="large" onClick={() => props.onDecline()}>
          <PhoneOff class="size-5" />
          {t('call.decline')}
        </Button>
        <Button variant="green" size="large" onClick={() => props.onAccept()}>
          <Phone class="size-5" />
          {t('call.accept')}
        </Button>
      </div>
    </div>
  )
}
