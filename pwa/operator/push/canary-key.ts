import type { PushDeviceRow } from '../../../edge/domain/wire.ts'
import type { WordKey } from '../../words/words.tsx'

/** What is said of the last test push: whether it arrived, or why likely not and what to do. */
export function canaryKey({ canary, problem }: Pick<PushDeviceRow, 'canary' | 'problem'>): WordKey | null {
  if (canary === 'none') return null
  return canary === 'failed' ? `push.failed.${problem ?? 'silent'}` : `push.${canary}`
}
