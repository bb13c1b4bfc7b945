import { count } from './cells.ts'
import type { Reads } from './database.ts'
import { untendedDevices } from './push-devices.ts'

/** Ages, in milliseconds, after which the clock has something to end. */
export interface Limits {
  ringMs: number
  lostMs: number
  silenceMs: number
  graceMs: number
  canaryMs: number
  quietCanaryMs: { confirmed: number; failed: number }
}

/** A cheap look, so that the clock writes only when there is something to write. */
export async function hasOverdue(reads: Reads, now: number, limits: Limits): Promise<boolean> {
  const row = await reads.one(
    `SELECT EXISTS (SELECT 1 FROM offers WHERE state = 'open' AND expires_at <= ?1)
       OR EXISTS (SELECT 1 FROM calls WHERE state = 'ringing' AND placed_at < ?1 - ?2)
       OR EXISTS (SELECT 1 FROM calls WHERE state = 'live' AND max(customer_seen_at, operator_seen_at) < ?1 - ?3)
       OR EXISTS (SELECT 1 FROM conversations c WHERE c.state IN ('invited', 'unreachable')
         AND NOT EXISTS (SELECT 1 FROM links l WHERE l.conversation_id = c.id AND l.expires_at > ?1))
       OR EXISTS (SELECT 1 FROM conversations
         WHERE state IN ('waiting', 'offered', 'active') AND last_event_at < ?1 - ?4)
       OR EXISTS (SELECT 1 FROM conversations WHERE state = 'closed' AND closed_at < ?1 - ?5)
       OR EXISTS (SELECT 1 FROM push_devices WHERE canary_hash IS NOT NULL AND canary <> 'failed' AND canary_at <= ?1 - ?6)
       OR EXISTS (${untendedDevices('?1 - ?7', '?1 - ?8')})
       OR (EXISTS (SELECT 1 FROM jobs WHERE state = 'waiting')
         AND EXISTS (SELECT 1 FROM operators o WHERE o.status = 'online'
           AND NOT EXISTS (SELECT 1 FROM offers f WHERE f.operator_id = o.id AND f.state = 'open')))
       AS overdue`,
    [
      now,
      limits.ringMs,
      limits.lostMs,
      limits.silenceMs,
      limits.graceMs,
      limits.canaryMs,
      limits.quietCanaryMs.confirmed,
      limits.quietCanaryMs.failed,
    ],
  )
  return row !== undefined && count(row, 'overdue') === 1
}
