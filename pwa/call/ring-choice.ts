import { keep, readKept } from '../platform/kept.ts'

/** How this device rings, as the operator set it. */
export interface RingChoice {
  /** 0 to 100. */
  volume: number
  /** A loudspeaker's id, or '' for the device's own. It may not be plugged in today. */
  speaker: string
  /** Whether it is heard only while the operator is Online. */
  isQuietAway: boolean
}

const name = 'visavis.ring'
const usual: RingChoice = { volume: 60, speaker: '', isQuietAway: true }

export function ringChoice(): RingChoice {
  const { volume, speaker, isQuietAway } = readKept<Partial<RingChoice>>(name) ?? {}
  return {
    volume: typeof volume === 'number' && volume >= 0 && volume <= 100 ? volume : usual.volume,
    speaker: typeof speaker === 'string' ? speaker : usual.speaker,
    isQuietAway: typeof isQuietAway === 'boolean' ? isQuietAway : usual.isQuietAway,
  }
}

export function chooseRing(change: Partial<RingChoice>): void {
  keep(name, { ...ringChoice(), ...change })
}

let isSilenced = () => false

/** While `when` holds, a ring is seen and not heard. */
export function silenceRings(when: () => boolean): void {
  isSilenced = when
}

/** The loudness of a tone at a volume. Ears hear a doubling where the number grows by far more. */
export function gainOf(volume: number): number {
  return 0.33 * (volume / 100) ** 2
}

/** How loud it rings now. */
export const ringGain = (): number => (isSilenced() ? 0 : gainOf(ringChoice().volume))
