import type { Language } from '../../edge/domain/invite.ts'
import { notifications as english } from '../words/en/notifications.ts'
import { notifications as turkish } from '../words/tr/notifications.ts'

const dictionaries: Record<Language, Record<keyof typeof english, string>> = { en: english, tr: turkish }

/** The worker's own words. The app's dictionaries are the pages' to load; these few are always aboard. */
export function notificationWord(
  language: Language,
  key: keyof typeof english,
  values: Record<string, string> = {},
): string {
  return dictionaries[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}
