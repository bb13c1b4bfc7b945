import * as Kobalte from '@kobalte/core/alert-dialog'
import Phone from 'lucide-solid/icons/phone'
import PhoneOff from 'lucide-solid/icons/phone-off'
import { createEffect, onCleanup, Show } from 'solid-js'
import { makeRing } from '../call/ring.ts'
import { createClock } from '../platform/clock.ts'
import { createLock } from '../platform/lock.ts'
import { useSay } from '../shell/toasts.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { formatDuration } from '../words/formats.ts'
import { useWords } from '../words/words.tsx'
import { createJobAnswer } from './create-job-answer.ts'
import { customerLabel, readablePhone } from './customer-label.ts'
import { useDesk } from './desk.ts'
import { hearNotifications } from './hear-notifications.ts'
import { type MyOffer, offerEnding } from './inbox.ts'
import { TimeLeft } from './time-left.tsx'

/** The telephone on the operator's desk: it rings over everything else until it is answered or rings elsewhere. */
export function JobPopup() {
  const desk = useDesk()
  const { t } = useWords()
  const say = useSay()
  const answer = createJobAnswer()
  hearNotifications(desk, answer)

  desk.listen({
    news(event) {
      const offer = desk.inbox.offer
      const ending = offer && offerEnding(offer, event)
      if (ending && !answer.isMine(offer.jobId)) say(t(`job.over.${ending}`))
    },
  })

  return (
    <Show when={desk.inbox.offer?.jobId} keyed>
      <Show when={desk.inbox.offer}>{(offer) => <RingingJob offer={offer()} answer={answer} />}</Show>
    </Show>
  )
}

function RingingJob(props: { offer: MyOffer; answer: ReturnType<typeof createJobAnswer> }) {
  const { t } = useWords()
  ringInOneTab()
  let card: HTMLElement | undefined
  return (
    <Kobalte.Root open onOpenChange={() => {}}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="appear fixed inset-0 z-60 bg-shade" />
        <div class="fixed inset-0 z-70 flex items-center justify-center sm:p-6">
          <Kobalte.Content
            ref={(element: HTMLElement) => {
              card = element
            }}
            tabIndex={-1}
            // Somebody in the middle of a word must not answer with their next space bar.
            onOpenAutoFocus={(event: Event) => {
              event.preventDefault()
              card?.focus()
            }}
            onEscapeKeyDown={(event: Event) => event.preventDefault()}
            class="rise flex max-h-full w-full flex-col items-center overflow-y-auto bg-raised p-6 text-center shadow-high outline-none max-sm:h-full max-sm:justify-between max-sm:py-16 sm:max-w-sm sm:rounded-card"
          >
            <div class="flex flex-col items-center">
              <Kobalte.Title class="text-sm font-medium text-muted">{t('job.title')}</Kobalte.Title>
              <Caller offer={props.offer} />
            </div>
            <Answers offer={props.offer} answer={props.answer} />
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte.Root>
  )
}

// Ten tabs are one telephone: it is heard from the one in front.
function ringInOneTab() {
  const isOurs = createLock('visavis.ring', () => true, { politeMs: 300 })
  createEffect(() => isOurs() && onCleanup(makeRing()))
}

function Caller(props: { offer: MyOffer }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const now = createClock()
  const summary = () => desk.conversation(props.offer.conversationId)
  const name = () => {
    const found = summary()
    return found ? customerLabel(found.customer) : t('job.somebody')
  }
  const waited = () => formatDuration(now() - (summary()?.waitingSince ?? now()), language())
  return (
    <>
      <TimeLeft expiresAt={props.offer.expiresAt} now={now()} class="mt-6">
        <Avatar name={summary()?.customer.name ?? ''} size="large" />
      </TimeLeft>
      <p class="mt-4 max-w-full text-lg font-semibold break-words" dir="auto">
        {name()}
      </p>
      <Kobalte.Description as="div" class="flex flex-col gap-0.5 text-muted">
        <Show when={summary()?.customer.name}>
          <p dir="ltr">{readablePhone(summary()?.customer.phone ?? '')}</p>
        </Show>
        <p>{t('job.waits', { time: waited() })}</p>
      </Kobalte.Description>
      <Show when={summary()}>
        {(found) => (
          <div class="mt-4 w-full rounded-control bg-sunken px-4 py-3 text-start">
            <p class="text-xs text-muted">{t('job.invited-by', { name: found().inviter.name })}</p>
            <p class="mt-0.5 line-clamp-3 break-words" dir="auto">
              {found().message || t('job.no-message')}
            </p>
          </div>
        )}
      </Show>
    </>
  )
}

function Answers(props: { offer: MyOffer; answer: ReturnType<typeof createJobAnswer> }) {
  const { t } = useWords()
  return (
    <div class="mt-6 grid w-full grid-cols-2 gap-3">
      <Button
        variant="red"
        size="large"
        busy={props.answer.declining()}
        onClick={() => void props.answer.decline(props.offer)}
      >
        <PhoneOff class="size-5" />
        {t('job.decline')}
      </Button>
      <Button
        variant="green"
        size="large"
        busy={props.answer.accepting()}
        onClick={() => void props.answer.accept(props.offer)}
      >
        <Phone class="size-5" />
        {t('job.accept')}
      </Button>
    </div>
  )
}
