import type { VisitStep } from '../../edge/domain/progress.ts'
import type { LineState } from '../call/line-state.ts'
import type { LocalMedia } from '../call/local-media.ts'
import type { Problem } from '../call/problem.ts'

/**
 * How far this page got, as the operator is to read it; `null` where there is nothing to tell.
 * Trouble comes before success: who is connected without a camera can still be helped with the camera.
 */
export function visitStep(state: LineState, media: LocalMedia, isInApp: boolean): VisitStep | null {
  if (isLost(state)) return 'line-lost'
  const trouble = media.problem && troubles[media.problem]
  // In an app's own browser the camera is often not to be had, and a real browser is what helps.
  if (isInApp && media.camera !== 'on') return state.state === 'ended' ? null : 'in-app-browser'
  if (trouble) return trouble
  if (state.state === 'connected') return 'connected'
  return sights[media.camera] ?? null
}

const troubles: Partial<Record<Problem, VisitStep>> = {
  'camera-denied': 'camera-denied',
  'camera-missing': 'camera-missing',
  'camera-busy': 'camera-busy',
  'camera-stopped': 'camera-busy',
  'camera-interrupted': 'camera-busy',
  'in-app-browser': 'in-app-browser',
}

const sights: Partial<Record<LocalMedia['camera'], VisitStep>> = {
  asking: 'camera-asked',
  on: 'camera-ready',
}

const lineTroubles: readonly (Problem | undefined)[] = [
  'line-lost',
  'offline',
  'peer-unreachable',
  'broker-gone',
]

function isLost(state: LineState): boolean {
  return state.state === 'reconnecting' || ('problem' in state && lineTroubles.includes(state.problem))
}
