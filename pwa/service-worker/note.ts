// A notification on the screen of a device, and what is kept with it for the moment when it is touched.

import type { Language } from '../../edge/domain/invite.ts'

/** A job that may still ring. `key` is the intent's own: touched twice, it is accepted once. */
export interface JobNote {
  kind: 'job'
  jobId: string
  tag: string
  lang: Language
  key: string
  body: string
}

export type NoteData = JobNote | { kind: 'open'; path: string }

/** What TypeScript's library leaves out of the options: https://notifications.spec.whatwg.org/#dictdef-notificationoptions */
export interface NoteOptions extends NotificationOptions {
  actions?: { action: NoteAction; title: string }[]
  renotify?: boolean
  vibrate?: number[]
  data: NoteData
}

export interface Note {
  title: string
  options: NoteOptions
}

export type NoteAction = 'accept' | 'decline'

/** Kept by whichever version of the worker showed it, so it is read as carefully as anything from outside. */
export function parseNoteData(value: unknown): NoteData {
  const data = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<string, unknown>>
  if (data.kind === 'open' && typeof data.path === 'string' && /^\/(?!\/)/.test(data.path))
    return { kind: 'open', path: data.path }
  const isWhole = ['jobId', 'tag', 'key', 'body'].every((name) => typeof data[name] === 'string')
  const speaks = data.lang === 'en' || data.lang === 'tr'
  return data.kind === 'job' && isWhole && speaks ? (value as JobNote) : { kind: 'open', path: '/' }
}
