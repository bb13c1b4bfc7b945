import { createSignal } from 'solid-js'
import { keep, readKept } from '../../platform/kept.ts'

export interface KeepLimits {
  /** Conversations that were filed in so many days are kept; 0 for none but those that somebody asked for. */
  days: number
  megabytes: number
}

export const dayChoices = [0, 7, 30, 90, 365] as const
export const megabyteChoices = [50, 200, 500, 1_000] as const

const name = 'visavis.keep'
const usual: KeepLimits = { days: 30, megabytes: 200 }
const [limits, setLimits] = createSignal<KeepLimits>({ ...usual, ...readKept<Partial<KeepLimits>>(name) })

export { limits as keepLimits }

export function changeKeepLimits(part: Partial<KeepLimits>): void {
  setLimits((before) => ({ ...before, ...part }))
  keep(name, limits())
}
