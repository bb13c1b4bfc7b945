// Who may write: one stream at a time, first come first served, and for no longer than the limit when others wait.

export interface WriteLock {
  /** Resolves when `owner` may write; `cut` is called should it have kept others waiting for too long. */
  take(owner: object, cut: () => void): Promise<void>
  give(owner: object): void
}

export function createWriteLock(limitMs: number): WriteLock {
  let holder: { owner: object; since: number; cut: () => void } | null = null
  const waiting: { owner: object; cut: () => void; go: () => void }[] = []
  let watch: ReturnType<typeof setTimeout> | undefined

  function next(): void {
    clearTimeout(watch)
    const first = waiting.shift()
    holder = first ? { owner: first.owner, since: performance.now(), cut: first.cut } : null
    first?.go()
    if (waiting.length > 0) watchHolder()
  }

  function watchHolder(): void {
    clearTimeout(watch)
    if (!holder) return
    const left = Math.max(0, limitMs - (performance.now() - holder.since))
    watch = setTimeout(() => {
      holder?.cut()
      next()
    }, left)
  }

  return {
    async take(owner, cut) {
      if (holder?.owner === owner) return
      await new Promise<void>((go) => {
        waiting.push({ owner, cut, go })
        if (holder) watchHolder()
        else next()
      })
    },
    give(owner) {
      if (holder?.owner === owner) next()
    },
  }
}
