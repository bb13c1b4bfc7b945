import type { Timeline } from '../conversation/timeline.ts'

/** What the transcript says besides the lines themselves. */
export interface ReceiptFacts {
  from: number | null
  to: number | null
  /** Of all video calls together, in milliseconds. */
  callMs: number
  hasFiles: boolean
  comment: string
}

export function receiptFacts({ entries }: Timeline): ReceiptFacts {
  let callMs = 0
  let comment = ''
  for (const entry of entries) {
    if (entry.kind !== 'system') continue
    const { event } = entry
    if (event.type === 'call.hung-up' || event.type === 'call.lost') callMs += event.data.duration
    if (event.type === 'survey.answered') comment = event.data.comment
  }
  const hasFiles = entries.some(({ kind }) => kind === 'attachment')
  return { from: entries.at(0)?.at ?? null, to: entries.at(-1)?.at ?? null, callMs, hasFiles, comment }
}
