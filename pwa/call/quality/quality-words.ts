import type { WordKey } from '../../words/words.tsx'
import type { Verdict } from './grade.ts'
import type { LinkCare } from './link-care.ts'

/** How good the connection is, and whose it is that is weak. */
export function verdictKey(verdict: Verdict): WordKey {
  if (verdict.grade === 'good' || verdict.grade === 'fair') return `quality.${verdict.grade}`
  return `quality.weak.${verdict.weak}`
}

/** Why pictures stand still, the other side's first; `null` while they move. */
export function stillsKey({ ownStills, otherStills }: LinkCare): WordKey | null {
  const theirs = otherStills()
  if (theirs) return `quality.stills.${theirs}`
  const ours = ownStills()
  return ours && `quality.own-stills.${ours}`
}
