// A start while the database is away: it waits, and says so in the log and to whoever asks.

import { isAway } from '../store/database.ts'

/** From one try to the next; the last one again and again. */
const pausesMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000]

/**
 * Tries again for as long as the database is away, with growing pauses; rejects at once with what no waiting mends.
 * @param waits told before each pause
 */
export async function awaitDatabase<T>(
  open: () => Promise<T>,
  waits: (cause: unknown, pauseMs: number) => Promise<void>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await open()
    } catch (cause) {
      if (!isAway(cause)) throw cause
      const pauseMs = pausesMs[Math.min(attempt, pausesMs.length - 1)] ?? 0
      await waits(cause, pauseMs)
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}
