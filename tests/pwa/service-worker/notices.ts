import type { JobId } from '../../../edge/domain/ids.ts'
import type { PushNotice } from '../../../edge/domain/push-notice.ts'
import type { JobNote } from '../../../pwa/service-worker/note.ts'
import type { Surroundings } from '../../../pwa/service-worker/notice-plan.ts'

/** A push as the edge sends it, for tests that say only what they are about. */
export function notice(over: Partial<PushNotice> = {}): PushNotice {
  return {
    v: 1,
    kind: 'job',
    tag: 'job-1',
    jobId: 'a-job' as JobId,
    lang: 'en',
    title: 'New job appointment',
    body: 'Cem waits',
    ...over,
  }
}

/** Chromium with the app closed. */
export const alone: Surroundings = { isRinging: false, isVisible: false, mustShow: false, key: 'a-key' }

export const jobNote: JobNote = {
  kind: 'job',
  jobId: 'a-job',
  tag: 'job-1',
  lang: 'en',
  key: 'a-key',
  body: 'Cem waits',
}
