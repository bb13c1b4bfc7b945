import type { EdgeError } from '../platform/edge-error.ts'
import type { JobNote, Note } from './note.ts'
import { quietNote, ringingNote } from './notice-plan.ts'
import { notificationWord } from './notification-words.ts'

export interface RefusedNote extends Note {
  /** Nothing is left to do about it: it goes by itself. */
  isOver: boolean
}

/** What is said to who accepted from the notification and did not get the job. */
export function refusedNote(
  error: Pick<EdgeError, 'code' | 'status' | 'details'>,
  job: JobNote,
): RefusedNote {
  const word = (key: Parameters<typeof notificationWord>[1], values = {}) =>
    notificationWord(job.lang, key, values)
  if (error.status === 401) {
    const path = `/?job=${encodeURIComponent(job.jobId)}`
    const [title, text] = [word('notification.signed-out'), word('notification.signed-out-text')]
    return { ...quietNote(title, text, { kind: 'open', path }, job.lang, job.tag), isOver: false }
  }
  if (error.status === 409 || error.status === 404) {
    const by = error.code === 'already-taken' ? error.details.by : undefined
    const text = by ? word('notification.taken', { name: by }) : word('notification.lapsed')
    const gone = quietNote(word('notification.gone'), text, { kind: 'open', path: '/' }, job.lang, job.tag)
    return { ...gone, isOver: true }
  }
  // It may have been accepted all the same: the next try has the same key, and gets the same answer.
  const again = { ...job, body: word('notification.unreachable-text') }
  return { ...ringingNote(word('notification.unreachable'), again, true), isOver: false }
}
