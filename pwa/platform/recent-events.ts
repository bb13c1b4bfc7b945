import type { AnyEvent } from '../../edge/domain/events.ts'

const kept = 1_000

export interface RecentEvents {
  add(event: AnyEvent): void
  /** What came after that position, or `null` if it reaches back further than we do. */
  after(seq: number): AnyEvent[] | null
  /** The position after which everything is known. */
  start(): number
}

/** The latest events since `start`, for tabs that come later. */
export function makeRecentEvents(start: number): RecentEvents {
  let from = start
  let events: AnyEvent[] = []
  return {
    add(event) {
      events.push(event)
      const dropped = events.length - kept
      if (dropped <= 0) return
      from = events[dropped - 1]?.seq ?? from
      events = events.slice(dropped)
    },
    after: (seq) => (seq < from ? null : events.filter((event) => event.seq > seq)),
    start: () => from,
  }
}
