import { children, createMemo, type JSX, Show } from 'solid-js'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import type { Timeline } from '../conversation/timeline.ts'
import { Avatar } from '../ui/avatar.tsx'
import { formatDateTime } from '../words/date-formats.ts'
import { formatDuration } from '../words/formats.ts'
import { useWords } from '../words/words.tsx'
import { SmsBadge } from './badge.tsx'
import { customerLabel, readablePhone } from './customer-label.ts'
import { NoteForm } from './notes/note-form.tsx'
import { TagList } from './notes/tag-list.tsx'
import { outcomeOf } from './outcome.ts'

/** Who the customer is, and what has become of them so far. */
export function CustomerCard(props: { summary: ConversationSummary; timeline: Timeline }) {
  const { t, language } = useWords()
  const outcome = createMemo(() => outcomeOf(props.timeline))
  const time = (at: number | null) => (at === null ? null : formatDateTime(at, language()))
  return (
    <section aria-label={t('card.title')} class="p-5">
      <div class="mb-5 flex flex-col items-center text-center">
        <Avatar name={props.summary.customer.name} size="large" />
        <p class="mt-3 max-w-full text-base font-semibold break-words" dir="auto">
          {customerLabel(props.summary.customer)}
        </p>
        <Show when={props.summary.customer.name}>
          <p class="text-muted tabular-nums" dir="ltr">
            {readablePhone(props.summary.customer.phone)}
          </p>
        </Show>
      </div>
      <dl class="flex flex-col gap-3.5">
        <Fact name={t('card.message')} value={props.summary.message} />
        <Show when={props.summary.sms}>
          {(sms) => <Fact name={t('card.sms')} value={<SmsBadge state={sms().state} />} />}
        </Show>
        <Fact name={t('card.inviter')} value={props.summary.inviter.name} />
        <Fact name={t('card.operator')} value={props.summary.operator?.name} />
        <Fact name={t('card.department')} value={props.summary.department?.name} />
        <Fact name={t('card.language')} value={t(`language.${props.summary.language}`)} />
        <Fact name={t('card.invited')} value={time(props.summary.createdAt)} />
        <Fact name={t('card.accepted')} value={time(outcome().acceptedAt)} />
        <Fact name={t('card.closed')} value={time(props.summary.closedAt)} />
        <Fact
          name={t('card.talked')}
          value={outcome().talked > 0 ? formatDuration(outcome().talked, language()) : null}
        />
        <Fact name={t('card.reason')} value={props.summary.reason && t(`reason.${props.summary.reason}`)} />
        <Show when={props.summary.rating}>
          {(rating) => <Fact name={t('card.rating')} value={<Rating rating={rating()} />} />}
        </Show>
        <Fact name={t('card.comment')} value={outcome().comment} />
      </dl>
      <div class="mt-5 flex flex-col gap-5 border-t border-line pt-4">
        <TagList summary={props.summary} />
        <NoteForm summary={props.summary} />
      </div>
    </section>
  )
}

/** Left out as long as there is nothing to say. */
function Fact(props: { name: string; value: JSX.Element }) {
  const value = children(() => props.value)
  return (
    <Show when={value()}>
      <div>
        <dt class="text-xs text-muted">{props.name}</dt>
        <dd class="mt-0.5 break-words whitespace-pre-line">
          <bdi>{value()}</bdi>
        </dd>
      </div>
    </Show>
  )
}

const faces = ['😞', '🙁', '😐', '🙂', '😄']

function Rating(props: { rating: 1 | 2 | 3 | 4 | 5 }) {
  const { t } = useWords()
  return (
    <>
      <span aria-hidden="true">{faces[props.rating - 1]} </span>
      {t(`rating.${props.rating}`)}
    </>
  )
}
