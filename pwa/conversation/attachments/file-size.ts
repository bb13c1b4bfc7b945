import type { Language } from '../../../edge/domain/invite.ts'

/** 12 kB, 3.4 MB */
export function formatFileSize(bytes: number, language: Language): string {
  const isLarge = bytes >= 1_000_000
  const value = isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1_000)
  const options = {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: isLarge && value < 10 ? 1 : 0,
  } as const
  return new Intl.NumberFormat(language, options).format(value)
}
