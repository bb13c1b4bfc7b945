import { inviteLink, inviteText } from '../../../edge/domain/invite.ts'
import { countSegments } from '../../../edge/domain/sms.ts'
import { useWords } from '../../words/words.tsx'

// As long as a real one; shown with dots, because the token exists only once the invite does.
const tokenLength = 22

/** How the SMS will read on the phone, and what it costs. */
export function SmsPreview(props: { message: string }) {
  const { t } = useWords()
  const text = () => inviteText(props.message, inviteLink(location.origin, 'x'.repeat(tokenLength)))
  const size = () => countSegments(text())
  const shown = () => inviteText(props.message, `${location.host}/j#••••••`)
  return (
    <div>
      <p class="mb-1.5 text-xs text-muted">{t('invite.preview')}</p>
      <p class="w-fit max-w-full rounded-card rounded-es-none bg-sunken px-3.5 py-2.5 break-words" dir="auto">
        {shown()}
      </p>
      <p class="mt-1.5 text-xs text-muted">
        {t('invite.size', { count: size().segments, characters: size().characters })}
      </p>
    </div>
  )
}
