import type { VisitStep } from '../../edge/domain/progress.ts'

/**
 * Tells the edge how far this page got: one report at a time, and always the latest, so that a slow
 * network cannot turn their order around. One that does not arrive is not repeated: the next says more.
 */
export function makeStepReporter(post: (step: VisitStep) => Promise<unknown>): (step: VisitStep) => void {
  let said: VisitStep | undefined
  let latest: VisitStep | undefined
  let isTelling = false

  async function tell() {
    isTelling = true
    while (latest && latest !== said) {
      said = latest
      await post(said).catch(() => {
        said = undefined
        latest = undefined
      })
    }
    isTelling = false
  }

  return (step) => {
    latest = step
    if (!isTelling) void tell()
  }
}
