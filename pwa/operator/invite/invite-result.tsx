import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { renderSVG } from 'uqr'
import type { InviteAnswer } from '../../../edge/domain/wire.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useWords } from '../../words/words.tsx'
import { SmsBadge } from '../badge.tsx'
import { CopyField } from '../copy-field.tsx'
import { useDesk } from '../desk.ts'

/** What came of an invite: the SMS as it goes its way, and the link, which is shown this once. */
export function InviteResult(props: { answer: InviteAnswer; onDone(): void; onAnother?: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const navigate = useNavigate()
  const sms = () => desk.conversation(props.answer.conversationId)?.sms?.state ?? props.answer.sms.status
  const open = () => {
    navigate(`/conversations/${props.answer.conversationId}`)
    props.onDone()
  }
  return (
    <div>
      <div class="grid gap-6 p-5 sm:grid-cols-[1fr_auto]">
        <div class="flex min-w-0 flex-col gap-4">
          <Show
            when={sms() === 'shown'}
            fallback={
              <p role="status" class="flex items-center gap-2">
                {t('invite.sms-state')} <SmsBadge state={sms()} />
              </p>
            }
          >
            <Notice tone="warning">{t('invite.not-sent')}</Notice>
          </Show>
          <CopyField
            label={t('invite.link')}
            copyLabel={t('invite.copy-link')}
            value={props.answer.link}
            autofocus
          />
          <Show when={sms() === 'shown'}>
            <CopyField
              label={t('invite.text')}
              copyLabel={t('invite.copy-text')}
              value={props.answer.sms.text}
            />
          </Show>
          <p class="text-xs text-muted">{t('invite.link-once')}</p>
        </div>
        <img
          src={qrCode(props.answer.link)}
          alt={t('invite.qr')}
          class="size-48 self-center justify-self-center rounded-control border border-line bg-on-fill p-2"
        />
      </div>
      <footer class="sticky bottom-0 flex justify-end gap-2 border-t border-line bg-raised px-5 py-3">
        <Show when={props.onAnother}>
          {(another) => (
            <Button variant="plain" class="max-sm:hidden" onClick={() => another()()}>
              {t('invite.another')}
            </Button>
          )}
        </Show>
        <Button onClick={open}>{t('invite.open')}</Button>
        <Button variant="primary" onClick={() => props.onDone()}>
          {t('invite.done')}
        </Button>
      </footer>
    </div>
  )
}

function qrCode(link: string): string {
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 1 }))}`
}
