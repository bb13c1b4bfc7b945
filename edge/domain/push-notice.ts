// What goes, encrypted, from the edge to a browser's service worker: one push, one notice. Its words are read by whoever
// holds the phone, so nothing in them is secret: no number, no message, of a name the first at most.

import type { ConversationId, JobId } from './ids.ts'
import type { Language } from './invite.ts'

export const noticeKinds = ['job', 'withdraw', 'test', 'message'] as const

/**
 * - `job`: it rings for this operator; accepted and declined by `jobId`, as in the app
 * - `withdraw`: what was shown under this tag is over, and is taken off the screen
 * - `test`: sent to see whether pushes arrive; whoever gets it confirms `canary`
 * - `message`: a customer wrote
 */
export type NoticeKind = (typeof noticeKinds)[number]

export interface PushNotice {
  v: 1
  kind: NoticeKind
  /** One notification a tag: a later one takes the place of an earlier one. */
  tag: string
  conversationId?: ConversationId
  jobId?: JobId
  lang: Language
  /** Empty for a withdrawal. */
  title: string
  body: string
  /** Milliseconds since the epoch; shown later than this it would only mislead. */
  expiresAt?: number
  /** The token for POST /api/push/canary/confirm, as `{token}`. */
  canary?: string
  /** A test that nobody asked for: as little is shown as the browser allows. */
  quiet?: true
}

/** Push services take 4 KiB, and some count what is around it. */
export const noticeLimit = 3 * 1024

const maybe = { conversationId: 'string', jobId: 'string', expiresAt: 'number', canary: 'string' } as const

/** A notice off the wire, or `null` for what this version does not understand: an older worker must survive a newer edge. */
export function parseNotice(value: unknown): PushNotice | null {
  if (typeof value !== 'object' || value === null) return null
  const notice = value as Partial<Record<keyof PushNotice, unknown>>
  const known = notice.v === 1 && noticeKinds.some((kind) => kind === notice.kind)
  const worded = [notice.tag, notice.title, notice.body].every((words) => typeof words === 'string')
  const spoken = notice.lang === 'en' || notice.lang === 'tr'
  const fits = Object.entries(maybe).every(([name, type]) => {
    const given = notice[name as keyof PushNotice]
    return given === undefined || typeof given === type
  })
  const answerable = notice.kind !== 'job' || notice.jobId !== undefined
  return known && worded && spoken && fits && answerable ? (value as PushNotice) : null
}

/** One notification for each job and each conversation; a withdrawal is for the job's. */
export function tagOf(kind: NoticeKind, subject: string): string {
  if (kind === 'test') return 'test'
  return kind === 'message' ? `message:${subject}` : `job:${subject}`
}

/** Seconds that a push service keeps each kind for a device that sleeps; a job is over by then. */
export const noticeSeconds: Readonly<Record<NoticeKind, number>> = {
  job: 60,
  withdraw: 60,
  test: 20,
  message: 4 * 3_600,
}

/** The notice as it is encrypted; what would be too long loses what is said of whom. */
export function noticeText(notice: PushNotice): string {
  const text = JSON.stringify(notice)
  return new TextEncoder().encode(text).length <= noticeLimit ? text : JSON.stringify(shortened(notice))
}

/** All that is needed to answer it. */
export function shortened(notice: PushNotice): PushNotice {
  return { ...notice, body: '' }
}
