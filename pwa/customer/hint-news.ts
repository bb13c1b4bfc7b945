import { type Accessor, createMemo, createSignal } from 'solid-js'
import { latestHint, type SentHint } from './current-hint.ts'
import { hintsSeen, keepHintsSeen } from './hint-seen.ts'
import type { Room } from './room.ts'

export interface HintNews {
  /** The hint to show, or `null`. */
  sent: Accessor<SentHint | null>
  wave(seq: number): void
}

/** The latest hint until it is waved away, or has done its work. */
export function createHintNews(room: Pick<Room, 'visit' | 'timeline'>, isSeen: () => boolean): HintNews {
  const id = room.visit.conversationId
  const [seen, setSeen] = createSignal(hintsSeen(id))
  const sent = createMemo(() => {
    const latest = latestHint(room.timeline())
    if (!latest || latest.seq <= seen()) return null
    return aboutCamera.includes(latest.hint) && isSeen() ? null : latest
  })

  function wave(seq: number) {
    keepHintsSeen(id, seq)
    setSeen(seq)
  }

  return { sent, wave }
}

const aboutCamera = ['allow-camera', 'close-other-apps']
