// What the operator's app starts from; the event stream goes on after its `seq`.

import type { Inbox, RingingOffer } from '../domain/wire.ts'
import type { Reads } from '../store/database.ts'
import { lastSeq } from '../store/events.ts'
import { openOfferOf } from '../store/jobs.ts'
import type { Operator } from '../store/operators.ts'
import { openSummaries, summaryFor } from '../store/summaries.ts'
import { readMe, readTeam } from './people.ts'

const expiredMs = 24 * 3_600_000

export async function readInbox(
  reads: Reads,
  operator: Operator,
  teamName: string,
  now: number,
): Promise<Inbox> {
  // The position first: what is committed while the rest is read is then told again, never missed.
  const seq = await lastSeq(reads)
  return {
    seq,
    now,
    me: await readMe(reads, operator.id),
    team: await readTeam(reads, teamName),
    conversations: await openSummaries(reads, operator, now - expiredMs),
    offer: await readOffer(reads, operator),
  }
}

async function readOffer(reads: Reads, operator: Operator): Promise<RingingOffer | null> {
  const offer = await openOfferOf(reads, operator.id)
  const conversation = offer && (await summaryFor(reads, operator, offer.conversationId))
  return offer && conversation ? { jobId: offer.jobId, expiresAt: offer.expiresAt, conversation } : null
}
