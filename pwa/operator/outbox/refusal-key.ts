import type { WordKey } from '../../words/words.tsx'

/** Why the edge did not take what was written, as far as its writer can do something with it. */
export function refusalKey(code: string | null): WordKey {
  if (code === 'wrong-state') return 'outbox.over'
  return code === 'not-allowed' || code === 'not-found' ? 'outbox.not-yours' : 'outbox.refused'
}
