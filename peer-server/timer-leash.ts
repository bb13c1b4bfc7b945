import { setTimeout as startTimer, clearTimeout as stopTimer } from 'node:timers'

export interface TimerLeash {
  /** Runs synchronous work whose timers, and those that these start in turn, end with the leash. */
  run(work: () => void): void
  end(): void
}

/**
 * `peer` arms its two sweeps with the global setTimeout again and again and has no way to stop them:
 * a process that closed its broker would never exit. While such work runs, and only then, the global
 * is ours. The work is synchronous, so nobody else ever sees it.
 */
export function makeTimerLeash(): TimerLeash {
  const held = new Set<NodeJS.Timeout>()

  function hold(work: () => void, ms?: number): NodeJS.Timeout {
    const timer = startTimer(() => {
      held.delete(timer)
      run(work)
    }, ms)
    held.add(timer)
    return timer.unref()
  }

  function run(work: () => void): void {
    const everyones = globalThis.setTimeout
    globalThis.setTimeout = hold as unknown as typeof setTimeout
    try {
      work()
    } finally {
      globalThis.setTimeout = everyones
    }
  }

  function end(): void {
    for (const timer of held) stopTimer(timer)
    held.clear()
  }

  return { run, end }
}
