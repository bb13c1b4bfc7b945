// What is done about a push. The device's clock is not asked: it may be hours off, and whether a job still rings is
// the edge's to say when somebody answers it.

import type { PushNotice } from '../../edge/domain/push-notice.ts'
import type { JobNote, Note, NoteData, NoteOptions } from './note.ts'
import { notificationWord } from './notification-words.ts'

/** How things stand on the device when the push arrives. */
export interface Surroundings {
  /** A page in front of the operator rings for this very job. */
  isRinging: boolean
  /** A page of the app is in front. */
  isVisible: boolean
  /** Safari and Firefox take the permission from who gets pushes and shows nothing. */
  mustShow: boolean
  /** A fresh UUID, for the one answer to a job. */
  key: string
}

export interface NoticePlan {
  show?: Note
  /** Takes what was shown under the tag off the screen. */
  close?: string
  /** Tells the edge that the test arrived. */
  confirm?: string
  /** Takes what is shown off again after a while. */
  closeAfterMs?: number
}

const look = { icon: '/icon-192.png', badge: '/badge.png', dir: 'auto' as const }
const lookedAtMs = 5_000

export function noticePlan(notice: PushNotice | null, around: Surroundings): NoticePlan {
  if (!notice) return { show: generalNote() }
  if (notice.kind === 'job') return jobPlan(notice, around)
  if (notice.kind === 'withdraw') return withdrawalPlan(notice, around)
  if (notice.kind === 'test') return testPlan(notice, around)
  return around.isVisible && !around.mustShow ? {} : { show: noteOf(notice, pathOf(notice)) }
}

// It rings already, and a second telephone beside the first one would only be in the way.
function jobPlan(notice: PushNotice, around: Surroundings): NoticePlan {
  if (around.isRinging && !around.mustShow) return {}
  const { jobId = '', tag, lang, body } = notice
  const data: JobNote = { kind: 'job', jobId, tag, lang, key: around.key, body }
  return { show: ringingNote(notice.title, data, around.isRinging) }
}

/** Stays until it is answered, and is told again when it rings again. */
export function ringingNote(title: string, data: JobNote, isSilent = false): Note {
  const actions = (['accept', 'decline'] as const).map((action) => ({
    action,
    title: notificationWord(data.lang, `notification.${action}`),
  }))
  return note(title, data.body, data, data.lang, {
    tag: data.tag,
    actions,
    requireInteraction: true,
    ...(isSilent ? { silent: true } : { renotify: true, vibrate: [400, 200, 400, 200, 400] }),
  })
}

function withdrawalPlan({ tag, lang, title, body }: PushNotice, { mustShow }: Surroundings): NoticePlan {
  if (!mustShow) return { close: tag }
  const over = title || notificationWord(lang, 'notification.over')
  return { show: quietNote(over, body, { kind: 'open', path: '/' }, lang, tag), closeAfterMs: lookedAtMs }
}

function testPlan(notice: PushNotice, around: Surroundings): NoticePlan {
  const { canary, quiet, title, body, lang, tag } = notice
  const data: NoteData = { kind: 'open', path: '/settings' }
  return {
    show: quiet ? quietNote(title, body, data, lang, tag) : noteOf(notice, data.path),
    closeAfterMs: quiet && !around.mustShow ? 0 : lookedAtMs,
    ...(canary !== undefined && { confirm: canary }),
  }
}

const pathOf = ({ conversationId }: PushNotice) => (conversationId ? `/conversations/${conversationId}` : '/')

function noteOf({ title, body, lang, tag }: PushNotice, path: string): Note {
  return note(title, body, { kind: 'open', path }, lang, { tag })
}

/** Takes the place of a louder one. */
export function quietNote(
  title: string,
  body: string,
  data: NoteData,
  lang: PushNotice['lang'],
  tag: string,
): Note {
  return note(title, body, data, lang, { tag, silent: true })
}

// A push that nobody understands may be a job of a newer edge: better a plain word than nothing.
function generalNote(): Note {
  const [title, body] = (['notification.general', 'notification.general-text'] as const).map((key) =>
    notificationWord('en', key),
  )
  return note(title ?? '', body ?? '', { kind: 'open', path: '/' }, 'en', { tag: 'general' })
}

function note(
  title: string,
  body: string,
  data: NoteData,
  lang: PushNotice['lang'],
  more: Omit<NoteOptions, 'data'>,
): Note {
  return { title, options: { ...look, lang, body, data, ...more } }
}
