import Check from 'lucide-solid/icons/check'
import CheckCheck from 'lucide-solid/icons/check-check'
import Clock from 'lucide-solid/icons/clock'
import Link from 'lucide-solid/icons/link'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import Video from 'lucide-solid/icons/video'
import { type ParentProps, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { SmsState } from '../../edge/domain/sms.ts'
import type { ConversationSummary } from '../../edge/domain/wire.ts'
import { classes } from '../ui/classes.ts'
import type { Icon } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'

const tones = {
  plain: 'bg-sunken text-muted',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
}
export type BadgeTone = keyof typeof tones

export function Badge(props: ParentProps<{ tone: BadgeTone; icon?: Icon }>) {
  return (
    <span
      class={classes(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap',
        tones[props.tone],
      )}
    >
      <Show when={props.icon}>{(icon) => <Dynamic component={icon()} class="size-3" />}</Show>
      {props.children}
    </span>
  )
}

const smsLooks: Record<SmsState, { tone: BadgeTone; icon: Icon }> = {
  queued: { tone: 'plain', icon: Clock },
  sending: { tone: 'plain', icon: Clock },
  unknown: { tone: 'warning', icon: TriangleAlert },
  sent: { tone: 'plain', icon: Check },
  delivered: { tone: 'success', icon: CheckCheck },
  undelivered: { tone: 'danger', icon: TriangleAlert },
  failed: { tone: 'danger', icon: TriangleAlert },
  shown: { tone: 'plain', icon: Link },
  suppressed: { tone: 'warning', icon: TriangleAlert },
}

export function SmsBadge(props: { state: SmsState }) {
  const { t } = useWords()
  return (
    <Badge tone={smsLooks[props.state].tone} icon={smsLooks[props.state].icon}>
      {t(`sms.${props.state}`)}
    </Badge>
  )
}

/** The one thing to know about a conversation at a glance, if there is one. */
export function StateBadge(props: { summary: ConversationSummary }) {
  const { t } = useWords()
  const state = () => props.summary.state
  return (
    <>
      <Show when={props.summary.call?.state === 'live'}>
        <Badge tone="success" icon={Video}>
          {t('badge.call')}
        </Badge>
      </Show>
      <Show when={state() === 'closed'}>
        <Badge tone="plain">{t('badge.closed')}</Badge>
      </Show>
      <Show when={state() === 'expired'}>
        <Badge tone="plain">{t('badge.expired')}</Badge>
      </Show>
      <Show when={(state() === 'invited' || state() === 'unreachable') && props.summary.sms}>
        {(sms) => <SmsBadge state={sms().state} />}
      </Show>
    </>
  )
}
