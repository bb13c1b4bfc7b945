import type { Hint } from '../../edge/domain/progress.ts'
import type { Entry, Timeline } from '../conversation/timeline.ts'

export interface SentHint {
  seq: number
  hint: Hint
  from: string | null
}

/** The operator's latest hint; older ones are outdone by it. */
export function latestHint({ entries }: Timeline): SentHint | null {
  for (let place = entries.length - 1; place >= 0; place--) {
    const hint = hintOf(entries[place])
    if (hint) return hint
  }
  return null
}

function hintOf(entry: Entry | undefined): SentHint | null {
  if (entry?.kind !== 'system' || entry.event.type !== 'hint.sent') return null
  const { seq, actor, data } = entry.event
  return { seq, hint: data.hint, from: actor.kind === 'operator' ? actor.name : null }
}
