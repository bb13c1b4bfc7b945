// The law of a job: a customer waits, and one operator is to come.

import type { Steps } from './step.ts'

export const jobStates = ['waiting', 'offered', 'accepted', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export const jobEvents = [
  'job.offered',
  'job.accepted',
  'job.declined',
  'offer.lapsed',
  'conversation.closed',
] as const
export type JobStep = (typeof jobEvents)[number]

export const jobSteps: Steps<JobState, JobStep> = {
  waiting: { 'job.offered': 'offered', 'conversation.closed': 'cancelled' },
  offered: {
    'job.accepted': 'accepted',
    'job.declined': 'waiting',
    'offer.lapsed': 'waiting',
    'conversation.closed': 'cancelled',
  },
  accepted: {},
  cancelled: {},
}

/** How long one operator's telephone rings before the next one's does. */
export const offerMs = 30_000

/** Who turned a job down, or let it ring, is not asked again for this long, unless they go and come back Online. */
export const coolDownMs = 60_000

export const operatorStatuses = ['online', 'busy', 'be-right-back', 'offline'] as const
/** Only Online operators are offered jobs. */
export type OperatorStatus = (typeof operatorStatuses)[number]

export interface Candidate {
  operatorId: string
  /** Conversations under way and offers ringing. */
  load: number
  limit: number
  lastOfferedAt: number
}

/** Who can be told of a ring goes before who cannot. Where nobody can, all of them are tried: a page may come back. */
export function withinHearing<C extends Candidate>(
  candidates: readonly C[],
  hears: (operatorId: string) => boolean,
): readonly C[] {
  const heard = candidates.filter((candidate) => hears(candidate.operatorId))
  return heard.length > 0 ? heard : candidates
}

/**
 * Whom to offer a job to next: a preferred operator if free, else the least busy,
 * and of two equally busy the one who was asked longest ago. `null`: nobody is free.
 * `preferred` is in order: the operator whom the inviter named, then the inviter of a direct video call.
 */
export function chooseOperator<C extends Candidate>(
  candidates: readonly C[],
  preferred: readonly string[],
): C | null {
  const free = candidates.filter((candidate) => candidate.load < candidate.limit)
  for (const id of preferred) {
    const wanted = free.find((candidate) => candidate.operatorId === id)
    if (wanted) return wanted
  }
  return free.sort((a, b) => a.load - b.load || a.lastOfferedAt - b.lastOfferedAt)[0] ?? null
}
