import { type Accessor, batch, createSignal, onCleanup } from 'solid-js'
import type { AnyEvent } from '../../edge/domain/events.ts'
import { applyEvents, emptyTimeline, prependEvents, type Timeline } from './timeline.ts'

export interface LiveTimeline {
  timeline: Accessor<Timeline>
  /** One event off the stream. */
  take(event: AnyEvent): void
  prepend(older: readonly AnyEvent[]): void
}

// A stream that starts with ten thousand events must not draw ten thousand times.
const drawEveryMs = 16

/** `onEvents` is told what was applied, in the same update. */
export function createLiveTimeline(
  start: Timeline = emptyTimeline,
  onEvents: (events: readonly AnyEvent[]) => void = () => {},
): LiveTimeline {
  const [timeline, setTimeline] = createSignal(start)
  let waiting: AnyEvent[] = []
  let due: ReturnType<typeof setTimeout> | undefined

  function flush() {
    const events = waiting
    waiting = []
    due = undefined
    batch(() => {
      setTimeline((before) => applyEvents(before, events))
      onEvents(events)
    })
  }

  onCleanup(() => clearTimeout(due))
  return {
    timeline,
    take(event) {
      waiting.push(event)
      due ??= setTimeout(flush, drawEveryMs)
    },
    prepend(older) {
      setTimeline((before) => prependEvents(before, older))
    },
  }
}
