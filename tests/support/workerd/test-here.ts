import { test } from 'uvu'
import { isOnWorkerd } from './worker-door.ts'

/** For what a test looks at in its own process, or hands over as code: where the API runs in workerd, it is left out. */
export const testHere: (name: string, work: () => Promise<void> | void) => void = isOnWorkerd
  ? () => {}
  : (name, work) => test(name, work)
