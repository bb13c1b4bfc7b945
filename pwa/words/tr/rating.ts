import type { rating as en } from '../en/rating.ts'

export const rating: Record<keyof typeof en, string> = {
  'rating.1': 'Çok kötü',
  'rating.2': 'Kötü',
  'rating.3': 'İdare eder',
  'rating.4': 'İyi',
  'rating.5': 'Çok iyi',
}
