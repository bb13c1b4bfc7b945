import type { Comeback, ComebackOptions, MakeComeback } from './comeback.ts'

const retryMs = 1_000
// As comeback.ts: most often the other side is just dialling.
const listenMs = 1_000

type Wish = 'begin' | 'look' | 'hurry'

/** A comeback whose code is fetched when something is first wanted of it. A connection that never breaks wants nothing. */
export function comebackLater(load: () => Promise<{ makeComeback: MakeComeback }>): MakeComeback {
  return (options) => makeLater(load, options)
}

function makeLater(load: () => Promise<{ makeComeback: MakeComeback }>, options: ComebackOptions): Comeback {
  const { pursuit, link } = options
  let here: Comeback | null = null
  let wish: Wish | null = null
  let listening: ReturnType<typeof setTimeout> | undefined

  function want(what: Wish): void {
    if (here) here[what]()
    else fetch(what)
  }

  function fetch(what: Wish): void {
    wish = what
    load().then(take, () => setTimeout(() => wish === what && fetch(what), retryMs))
  }

  function take({ makeComeback }: { makeComeback: MakeComeback }): void {
    if (!wish) return
    const wished = wish
    wish = null
    here ??= arrive(makeComeback)
    here[wished]()
  }

  function arrive(makeComeback: MakeComeback): Comeback {
    const made = makeComeback(options)
    const current = link()
    if (current) made.follow(current)
    return made
  }

  // Whoever is dialling goes on at once, whether or not the rest is here.
  function hurry(): void {
    const isDialling = !here && pursuit.isWanting()
    if (isDialling) pursuit.happened('network')
    want(isDialling ? 'look' : 'hurry')
  }

  function listen(): void {
    clearTimeout(listening)
    if (here) here.listen()
    else listening = setTimeout(() => pursuit.isWanting() && want('look'), listenMs)
  }

  function stop(): void {
    wish = null
    clearTimeout(listening)
    here?.stop()
  }

  return {
    follow: (now) => here?.follow(now),
    begin: () => want('begin'),
    look: () => pursuit.isLive() && want('look'),
    hurry,
    listen,
    isAway: () => here?.isAway() ?? false,
    isAgreeing: () => here?.isAgreeing() ?? false,
    stop,
  }
}
