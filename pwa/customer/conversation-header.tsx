import { type ParentProps, Show } from 'solid-js'
import { NewVersionNotice } from '../ui/new-version-notice.tsx'
import { NewVersionStrip } from '../ui/new-version-strip.tsx'
import { useWords } from '../words/words.tsx'
import { EndConversation } from './end-conversation.tsx'
import { CallPart, VideoButton } from './later-parts.ts'
import type { Room } from './room.ts'

/** The black button at the start, far from the red one; the video button in the upper right corner; news below. */
export function ConversationHeader(
  props: ParentProps<{ room: Room; onEnd(): Promise<void>; class?: string }>,
) {
  const { t } = useWords()
  const timeline = () => props.room.timeline()
  const isFree = () => timeline().state === 'active' && timeline().call === null
  const mayCall = () => props.room.visit.mayCall && isFree() && CallPart.isHere()
  return (
    <header class={`border-b border-line bg-raised pt-[env(safe-area-inset-top)] ${props.class ?? ''}`}>
      <div class="flex h-14 items-center gap-3 px-2">
        <EndConversation onEnd={props.onEnd} />
        <div class="min-w-0 flex-1 text-end leading-tight">
          <h1 class="truncate font-semibold" dir="auto">
            {props.room.visit.team}
          </h1>
          <Show when={timeline().operatorName}>
            {(name) => <p class="truncate text-xs text-muted">{t('customer.with', { name: name() })}</p>}
          </Show>
        </div>
        <Show when={mayCall()}>
          <VideoButton onStart={() => props.room.placeCall().catch(() => {})} />
        </Show>
      </div>
      <Show when={props.room.isOffline()}>
        <p role="status" class="appear bg-warning-soft px-4 py-1.5 text-center text-xs text-ink">
          {t('common.offline')}
        </p>
      </Show>
      <NewVersionStrip notice={NewVersionNotice} />
      {props.children}
    </header>
  )
}
