/** Timers that go off, and a time of day that moves, when the test says that time has passed. Ends by `restore`. */
export function makeFakeClock() {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout }
  const realNow = Date.now
  const waiting = new Map<number, { at: number; act: () => void }>()
  let now = 0
  let ids = 0

  Object.assign(globalThis, {
    setTimeout: (act: () => void, ms = 0) => {
      ids += 1
      waiting.set(ids, { at: now + ms, act })
      return ids
    },
    clearTimeout: (id: number) => void waiting.delete(id),
  })

  Date.now = () => now

  /** One timer after the other, in the order of their times. */
  function pass(ms: number): void {
    const until = now + ms
    for (;;) {
      const next = [...waiting].sort((one, other) => one[1].at - other[1].at)[0]
      if (!next || next[1].at > until) break
      waiting.delete(next[0])
      now = next[1].at
      next[1].act()
    }
    now = until
  }

  function restore(): void {
    Object.assign(globalThis, real)
    Date.now = realNow
  }

  return { pass, restore }
}
