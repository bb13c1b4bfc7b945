import type { AnyEvent } from '../../edge/domain/events.ts'
import type { Timeline } from '../conversation/timeline.ts'

export interface Outcome {
  /** Milliseconds of video, of all its calls. */
  talked: number
  acceptedAt: number | null
  comment: string
}

/** What a conversation came to, as far as its loaded events tell. */
export function outcomeOf(timeline: Timeline): Outcome {
  const events = timeline.entries.flatMap((entry) =>
    entry.kind === 'system' ? [entry.event as AnyEvent] : [],
  )
  const start: Outcome = { talked: 0, acceptedAt: null, comment: '' }
  return events.reduce(outcomeAfter, start)
}

function outcomeAfter(before: Outcome, event: AnyEvent): Outcome {
  switch (event.type) {
    case 'call.hung-up':
    case 'call.lost':
      return { ...before, talked: before.talked + event.data.duration }
    case 'job.accepted':
      return { ...before, acceptedAt: before.acceptedAt ?? event.at }
    case 'survey.answered':
      return { ...before, comment: event.data.comment }
    default:
      return before
  }
}
