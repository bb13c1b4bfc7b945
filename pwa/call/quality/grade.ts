import type { Rung } from './ladder.ts'
import type { Trend } from './trend.ts'

/** How good the connection is. `sound-only` carries sound and still pictures. */
export type Grade = 'good' | 'fair' | 'poor' | 'sound-only'

/** Whose connection it is that is weak. */
export type Weak = 'own' | 'other' | 'both'

export type Verdict = { grade: 'good' } | { grade: Exclude<Grade, 'good'>; weak: Weak }

/** What is known beside the counts. */
export interface Circumstances {
  /** The size that our video had to be given, where we send video and would rather send all of it. */
  sends: Rung['name'] | null
  /** The other side's picture should be moving. */
  awaitsVideo: boolean
  /** Stills are sent in the place of video because the connection is weak: by us, by them. */
  ownStills: boolean
  otherStills: boolean
}

export interface Judge {
  /** The latest grades of one moment each, newest last. */
  recent: readonly Moment[]
  verdict: Verdict
}

interface Moment {
  own: number
  other: number
}

export const beginning: Judge = { recent: [], verdict: { grade: 'good' } }

// Two bad moments are a bad connection; it takes three good ones to be believed again.
const looksBack = 4
const enough = 2

/** Judges by the last few moments, so that no word on the screen flickers. */
export function judge({ recent }: Judge, trend: Trend, around: Circumstances): Judge {
  const now = [...recent, momentOf(trend, around)].slice(-looksBack)
  const own = around.ownStills ? 3 : sustained(now.map((moment) => moment.own))
  const other = around.otherStills ? 3 : sustained(now.map((moment) => moment.other))
  return { recent: now, verdict: verdictOf(own, other) }
}

/** The worst level that was reached or passed often enough. */
function sustained(levels: readonly number[]): number {
  return [...levels].sort((a, b) => b - a)[enough - 1] ?? 0
}

const grades: readonly Grade[] = ['good', 'fair', 'poor', 'sound-only']

function verdictOf(own: number, other: number): Verdict {
  const grade = grades[Math.max(own, other)] ?? 'good'
  if (grade === 'good') return { grade }
  return { grade, weak: own === other ? 'both' : own > other ? 'own' : 'other' }
}

// What is lost between us is put down to the side that sends: the way up is the narrow one nearly everywhere.
function momentOf({ incoming, outgoing, roundTripMs }: Trend, { sends, awaitsVideo }: Circumstances): Moment {
  const slow = level(roundTripMs ?? 0, 400, 800)
  const room = sends === 'tiny' ? 2 : sends === 'small' ? 1 : 0
  const frozen = awaitsVideo ? level(incoming.fps === 0 ? 1 : incoming.frozen, 0.05, 0.25) : 0
  return {
    own: Math.max(slow, room, level(outgoing.loss, 0.03, 0.08)),
    other: Math.max(slow, frozen, level(incoming.loss, 0.03, 0.08), level(incoming.concealed, 0.03, 0.08)),
  }
}

/** 0 is good, 1 fair, 2 poor. */
function level(value: number, fair: number, poor: number): number {
  return value >= poor ? 2 : value >= fair ? 1 : 0
}
