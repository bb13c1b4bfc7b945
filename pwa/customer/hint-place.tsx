import { createSignal, Show } from 'solid-js'
import { latestHint } from './current-hint.ts'
import { hintsSeen, keepHintsSeen } from './hint-seen.ts'
import { HintCard } from './later-parts.ts'
import type { Room } from './room.ts'

/** Shows the latest hint until it is waved away, or has done its work. It waits for a pause to be read out. */
export function HintPlace(props: { room: Room; isSeen: boolean; onRetry(): void }) {
  const id = props.room.visit.conversationId
  const [seen, setSeen] = createSignal(hintsSeen(id))
  const news = () => {
    const sent = latestHint(props.room.timeline())
    if (!sent || sent.seq <= seen()) return null
    return props.isSeen && camera.includes(sent.hint) ? null : sent
  }

  function close(seq: number) {
    keepHintsSeen(id, seq)
    setSeen(seq)
  }

  return (
    <div role="status">
      <Show when={news()}>
        {(sent) => <HintCard sent={sent()} onRetry={props.onRetry} onClose={() => close(sent().seq)} />}
      </Show>
    </div>
  )
}

const camera = ['allow-camera', 'close-other-apps']
