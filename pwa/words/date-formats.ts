import type { Language } from '../../edge/domain/invite.ts'
import { dateFormat } from './formats.ts'

/** Nov 22, 2026 */
export function formatDate(ms: number, language: Language): string {
  return dateFormat(language, 'date', { dateStyle: 'medium' }).format(ms)
}

/** Nov 22, 2026, 2:05 PM */
export function formatDateTime(ms: number, language: Language): string {
  return dateFormat(language, 'both', { dateStyle: 'medium', timeStyle: 'short' }).format(ms)
}
