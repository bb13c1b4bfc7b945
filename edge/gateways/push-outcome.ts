import type { PushOutcome } from './push.ts'
import { secondsAfter } from './retry-after.ts'

/** What a push service's answer means (RFC 8030, 5 and 7.3). A redirect is one as well: it leads where nobody looked. */
export function pushOutcomeOf(status: number, retryAfter: string | null): PushOutcome {
  if (status >= 200 && status < 300) return { outcome: 'accepted' }
  if (status === 404 || status === 410) return { outcome: 'gone' }
  if (status === 413) return { outcome: 'too-large' }
  if (status === 401 || status === 403) return { outcome: 'keys-refused' }
  if (status === 429 || status >= 500) return { outcome: 'retry', afterSeconds: secondsAfter(retryAfter) }
  return { outcome: 'refused' }
}
