import type { Language } from '../../edge/domain/invite.ts'
import type { Words } from './words.tsx'

// Making an Intl formatter costs a hundred times what using it does, and a list of messages uses thousands.
const dates = new Map<string, Intl.DateTimeFormat>()

/** The browser's own, made once for each language and kind. */
export function dateFormat(language: Language, kind: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${kind}`
  const known = dates.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language, options)
  dates.set(key, made)
  return made
}

/** 14:05, or 2:05 PM. */
export function formatTime(ms: number, language: Language): string {
  return dateFormat(language, 'time', { hour: 'numeric', minute: '2-digit' }).format(ms)
}

/** 0:07, 3:05 or 1:02:09 */
export function formatDuration(ms: number, _language: Language): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] ? parts : parts.slice(1)
  return shown.map((part, place) => (place ? String(part).padStart(2, '0') : String(part))).join(':')
}

const steps = [
  ['ago.days', 86_400_000],
  ['ago.hours', 3_600_000],
  ['ago.minutes', 60_000],
] as const

/** How long ago: now, 5 min. ago, 2 hr. ago, yesterday. The browser's own words for it take longer to come up than a list. */
export function formatAgo(ms: number, now: number, t: Words['t']): string {
  const age = now - ms
  const [key, size] = steps.find(([, length]) => age >= length) ?? ['ago.now', 1]
  const count = Math.floor(age / size)
  return t(key === 'ago.days' && count === 1 ? 'ago.yesterday' : key, { count })
}
