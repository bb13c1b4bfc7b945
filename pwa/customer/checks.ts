import type { LocalMedia } from '../call/local-media.ts'

/** What the waiting room found out about camera, microphone or connection. */
export type CheckResult = 'asking' | 'on' | 'slow' | 'none'

/** A camera that is switched off works all the same. */
export function deviceResult(state: LocalMedia['camera']): Exclude<CheckResult, 'slow'> {
  return state === 'off' ? 'on' : state
}
