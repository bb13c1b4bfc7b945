import { keep, readKept } from '../platform/kept.ts'
import { playThrough } from './play-through.ts'
import { ringBy } from './ring.ts'

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

/** The loudness of a tone at a volume. Ears hear a doubling where the number grows by far more. */
export function gainOf(volume: number): number {
  return 0.33 * (volume / 100) ** 2
}

/** From now on it rings as chosen. While `isSilenced` holds it is seen and not heard, but for a trial. */
export function ringAsChosen(isSilenced: () => boolean): void {
  ringBy({
    gain: (isTrial) => (isSilenced() && !isTrial ? 0 : gainOf(ringChoice().volume)),
    play: (node) => playThrough(node, ringChoice().speaker),
  })
}
