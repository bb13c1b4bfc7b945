import { Show } from 'solid-js'
import { ConversationScreen } from './conversation-screen.tsx'
import { createFrontTab } from './front-tab.ts'
import { MovedPage } from './later-parts.ts'
import type { Room } from './room.ts'

/** The conversation, in one tab at a time. */
export function ConversationTab(props: { room: Room; onEnd(): Promise<void> }) {
  const tab = createFrontTab(props.room.visit.conversationId)
  return (
    <Show when={tab.isHere()} fallback={<MovedPage onTake={tab.take} />}>
      <ConversationScreen room={props.room} onEnd={props.onEnd} />
    </Show>
  )
}
