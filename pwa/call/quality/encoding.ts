import type { Rung } from './ladder.ts'

/** What is sent: as large as the camera gives it, at first. */
export interface Source {
  width: number
  height: number
  isScreen: boolean
}

/** How the picture is to be sent, as WebRTC's senders take it. */
export interface Encoding {
  active: boolean
  /** Bits a second. */
  maxBitrate: number
  scaleResolutionDownBy: number
  maxFramerate: number
  degradationPreference: RTCDegradationPreference
}

/** A screen keeps its size, so that its letters can be read, and moves less instead. */
export function encodingFor(rung: Rung, { width, height, isScreen }: Source): Encoding {
  const side = Math.min(width, height)
  const scale = isScreen || rung.height === 0 ? 1 : Math.max(1, side / rung.height)
  return {
    active: rung.name !== 'still',
    maxBitrate: Math.max(rung.most, 30) * 1000,
    scaleResolutionDownBy: Math.round(scale * 100) / 100,
    maxFramerate: Math.max(1, isScreen ? Math.round(rung.fps / 2) : rung.fps),
    degradationPreference: isScreen ? 'maintain-resolution' : 'balanced',
  }
}
