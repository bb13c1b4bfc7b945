import { createEffect, Show } from 'solid-js'
import { HintCard } from './hint-card.tsx'
import { createHintNews } from './hint-news.ts'
import type { Room } from './room.ts'

export interface HintsProps {
  room: Pick<Room, 'visit' | 'timeline'>
  /** Whether the camera is on: what helps with it is then of the past. */
  isSeen(): boolean
  onRetry(): void
  onShown(isShown: boolean): void
}

/** The operator's latest hint, as long as it is news. */
export function Hints(props: HintsProps) {
  const news = createHintNews(props.room, props.isSeen)
  createEffect(() => props.onShown(news.sent() !== null))
  return (
    <Show when={news.sent()}>
      {(sent) => (
        <HintCard
          sent={sent()}
          conversationId={props.room.visit.conversationId}
          onRetry={props.onRetry}
          onClose={() => news.wave(sent().seq)}
        />
      )}
    </Show>
  )
}
