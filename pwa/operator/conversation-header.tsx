import { A } from '@solidjs/router'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Info from 'lucide-solid/icons/info'
import { Show } from 'solid-js'
import type { ConversationSummary, OpenCall } from '../../edge/domain/wire.ts'
import { VideoButton } from '../call/video-button.tsx'
import { request } from '../platform/request.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from '../words/words.tsx'
import { StateBadge } from './badge.tsx'
import { CallElsewhere } from './call-elsewhere.tsx'
import { useCalls } from './calls.ts'
import { ConversationMenu } from './conversation-menu.tsx'
import { createTask } from './create-task.ts'
import { customerLabel } from './customer-label.ts'
import { useDesk } from './desk.ts'
import { MediaButton } from './media/media-button.tsx'
import { permitsFor } from './permits.ts'
import { WayLine } from './way/way-line.tsx'

/** Above the text: the three lines at its start, the video button at its end; below them how far the customer got. */
export function ConversationHeader(props: { summary: ConversationSummary; back: string; onCard(): void }) {
  const { t } = useWords()
  const desk = useDesk()
  const calls = useCalls()
  const permits = () => permitsFor(props.summary, desk.inbox.me.id)
  const isMine = () => props.summary.state === 'active' && props.summary.operator?.id === desk.inbox.me.id
  const startCall = createTask(async () => {
    const call = await request<OpenCall>('POST', `/api/conversations/${props.summary.id}/calls`, {})
    calls.own(call.id)
  })
  return (
    <>
      <header class="flex h-14 shrink-0 items-center gap-1 border-b border-line px-2">
        <A
          href={props.back}
          aria-label={t('conversation-pane.back')}
          class="inline-flex size-9 items-center justify-center rounded-control text-muted hover:bg-sunken md:hidden pointer-coarse:size-11"
        >
          <ArrowLeft class="size-5 rtl:-scale-x-100" />
        </A>
        <ConversationMenu summary={props.summary} permits={permits()} />
        <div class="min-w-0 flex-1 px-1">
          <h1 class="truncate leading-tight font-semibold" dir="auto">
            {customerLabel(props.summary.customer)}
          </h1>
          <p class="truncate text-xs text-muted">
            {t(`state.${props.summary.state}`, { name: props.summary.operator?.name ?? '' })}
          </p>
        </div>
        <Show when={props.summary.state !== 'closed'}>
          <span class="max-sm:hidden">
            <StateBadge summary={props.summary} />
          </span>
        </Show>
        <IconButton
          label={t('card.title')}
          icon={Info}
          class={calls.isLive() ? '' : 'lg:hidden'}
          onClick={() => props.onCard()}
        />
        <Show when={permits().sendFiles}>
          <MediaButton conversationId={props.summary.id} />
        </Show>
        <Show when={isMine()}>
          <VideoButton
            disabled={!permits().startCall || startCall.busy()}
            onStart={() => void startCall.run()}
          />
        </Show>
      </header>
      <CallElsewhere summary={props.summary} />
      <WayLine summary={props.summary} />
    </>
  )
}
