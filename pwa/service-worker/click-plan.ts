import type { JobNote, NoteData } from './note.ts'

export type ClickPlan =
  | { do: 'accept'; job: JobNote }
  | { do: 'decline'; job: JobNote }
  | { do: 'open'; path: string }

/**
 * What a touch on a notification means. A job's own body brings up the app, where it rings with both answers:
 * phones without buttons in notifications (iOS) have no other way, and nobody accepts by accident.
 */
export function clickPlan(action: string, data: NoteData): ClickPlan {
  if (data.kind === 'open') return { do: 'open', path: data.path }
  if (action === 'accept') return { do: 'accept', job: data }
  if (action === 'decline') return { do: 'decline', job: data }
  return { do: 'open', path: `/?job=${encodeURIComponent(data.jobId)}` }
}
