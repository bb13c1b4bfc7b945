import { inviteLink, inviteText } from '../../../edge/domain/invite.ts'
import { countSegments } from '../../../edge/domain/sms.ts'
import { fillTemplate } from '../../../edge/domain/template.ts'
import { useWords } from '../../words/words.tsx'
import { useDesk } from '../desk.ts'

// As long as a real one; shown with dots, because the token exists only once the invite does.
const tokenLength = 22

/** How the SMS will read on the phone, its variables filled in, and what it costs. */
export function SmsPreview(props: { message: string; customerName: string; lang: string }) {
  const { t } = useWords()
  const desk = useDesk()
  const message = () =>
    fillTemplate(props.message, {
      name: props.customerName,
      operator: desk.inbox.me.name,
      team: desk.inbox.team.name,
    })
  const text = () => inviteText(message(), inviteLink(location.origin, 'x'.repeat(tokenLength)))
  const size = () => countSegments(text())
  const shown = () => inviteText(message(), `${location.host}/j#••••••`)
  return (
    <div>
      <p class="mb-1.5 text-xs text-muted">{t('invite.preview')}</p>
      <p
        class="w-fit max-w-full rounded-card rounded-es-none bg-sunken px-3.5 py-2.5 break-words"
        dir="auto"
        lang={props.lang}
      >
        {shown()}
      </p>
      <p class="mt-1.5 text-xs text-muted">
        {t('invite.size', { count: size().segments, characters: size().characters })}
      </p>
    </div>
  )
}
