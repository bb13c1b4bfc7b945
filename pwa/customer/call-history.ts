import type { Timeline } from '../conversation/timeline.ts'

/** Whether a call of this conversation has ended already. */
export function hasHadCall(timeline: Timeline): boolean {
  return timeline.entries.some((entry) => entry.kind === 'system' && ends.includes(entry.event.type))
}

const ends: readonly string[] = ['call.hung-up', 'call.lost']
