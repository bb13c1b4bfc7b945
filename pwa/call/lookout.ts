import { doorOf, knock } from './knock.ts'
import { knockEvery } from './reconnect-plan.ts'

export interface Lookout {
  /** Knocks until somebody answers or it is ended. */
  begin(): void
  end(): void
}

/** Watches for a network that is away, and says when it is back. */
export function makeLookout(back: () => void, isOnline = () => navigator.onLine): Lookout {
  const knocks = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined

  function begin(): void {
    timer ??= setInterval(look, knockEvery)
  }

  // Without any network at all a knock fails as fast as one that is answered.
  function look(): void {
    if (!isOnline()) return
    const stop = knock(doorOf(location), () => {
      knocks.delete(stop)
      if (timer !== undefined) back()
      end()
    })
    knocks.add(stop)
  }

  function end(): void {
    clearInterval(timer)
    timer = undefined
    for (const stop of knocks) stop()
    knocks.clear()
  }

  return { begin, end }
}
