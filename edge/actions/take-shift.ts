import { giveLeasesBack, isTaken, takeLease } from '../store/leases.ts'
import type { Context } from './context.ts'

export interface Shift {
  /** Whether the clock is this instance's to run now. */
  isOurs(): Promise<boolean>
  /** Another one need not wait until it lapses. */
  giveBack(): Promise<void>
}

/** An instance that died is replaced after this. */
export const shiftMs = 10_000

/**
 * Of several instances one runs the clock: each of its steps may be tried by all, but a hundred would ask the database
 * the same thing each second.
 * @param instance this one's name; `null` where there are no others
 */
export function createShift(context: Context, instance: string | null): Shift {
  let renewAt = 0

  async function take(holder: string): Promise<boolean> {
    const asked = performance.now()
    const ours = await context.database.write((transaction) =>
      takeLease(transaction, 'clock', holder, shiftMs),
    )
    renewAt = ours ? asked + shiftMs / 2 : 0
    return ours
  }

  return {
    async isOurs() {
      if (instance === null || performance.now() < renewAt) return true
      if (await isTaken(context.database, 'clock', instance)) return false
      return take(instance)
    },
    async giveBack() {
      renewAt = 0
      if (instance !== null)
        await context.database.write((transaction) => giveLeasesBack(transaction, instance))
    },
  }
}
