import { Show } from 'solid-js'
import type { ConversationId } from '../../edge/domain/ids.ts'
import type { HintNews } from './hint-news.ts'
import { HintCard } from './later-parts.ts'

/** Where the operator's hint appears. It waits for a pause to be read out. */
export function HintPlace(props: { news: HintNews; conversationId: ConversationId; onRetry(): void }) {
  return (
    <div role="status">
      <Show when={props.news.sent()}>
        {(sent) => (
          <HintCard
            sent={sent()}
            conversationId={props.conversationId}
            onRetry={props.onRetry}
            onClose={() => props.news.wave(sent().seq)}
          />
        )}
      </Show>
    </div>
  )
}
