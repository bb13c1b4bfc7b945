import type { RestartWord } from '../../edge/domain/restart.ts'
import type { Side } from '../../edge/domain/tickets.ts'
import type { RestartAnswer } from '../../edge/domain/wire.ts'
import { makeLookout } from './lookout.ts'
import type { Connection, MediaLink } from './media-link.ts'
import { makeOutlook } from './outlook.ts'
import type { Tracks } from './placeholder.ts'
import type { Pursuit } from './pursuit.ts'
import { makeRelayWatch } from './relay-watch.ts'
import { makeRestartDesk, type RestartDesk } from './restart-desk.ts'
import { makeRestartExchange } from './restart-exchange.ts'
import { makeSecondConnection } from './second-connection.ts'
import { makeWays } from './ways.ts'
import { watchPicture } from './whole-picture.ts'

export interface ComebackOptions {
  side: Side
  pursuit: Pursuit
  link(): MediaLink | null
  exchange(word: RestartWord | null, signal: AbortSignal): Promise<RestartAnswer>
  /** The servers that help through a network, by now. */
  ice(): RTCConfiguration | null
  outgoing(): Tracks
  /** Takes the place of the connection that there is once it is up. A newer one makes it void. */
  beside(connection: Connection): void
  /** Our own network was away, and is back. */
  back(): void
}

/** Brings a connection back over another way, with the edge as the one that carries word between the two sides. */
export interface Comeback {
  /** From now on it is about this connection. */
  follow(link: MediaLink): void
  begin(): void
  /** The other side said something. */
  look(): void
  /** Our own network is another one, or somebody is out of patience. */
  hurry(): void
  /** There is no connection, and the other side may look for one that we do not know. */
  listen(): void
  /** Whether nothing of ours is reached. */
  isAway(): boolean
  /** Whether both sides are about to agree on a new way. */
  isAgreeing(): boolean
  stop(): void
}

// Not at once: most often the other side is just dialling.
const listenMs = 1_000

export type MakeComeback = (options: ComebackOptions) => Comeback

export function makeComeback(options: ComebackOptions): Comeback {
  const { side, pursuit, link, exchange, ice, outgoing, beside, back } = options
  const outlook = makeOutlook()
  let desk: RestartDesk | null = null
  let refusal: RestartWord | null = null
  let endWatch = () => {}
  let lastTurn = 0
  let heardUpTo = 0
  let listening: ReturnType<typeof setTimeout> | undefined

  const words = makeRestartExchange({
    send: exchange,
    word: () => refusal ?? desk?.word() ?? null,
    heard,
    doubtful: () => lookout.begin(),
    away: () => desk?.away(),
    back,
    goesOn,
  })

  const lookout = makeLookout(words.hope)
  const relay = makeRelayWatch(ice, words.reachedAt, begin)

  function goesOn(): boolean {
    const goes = pursuit.isWanting() || (desk?.isOpen() ?? false)
    if (!goes) lookout.end()
    if (!pursuit.isWanting()) relay.end()
    return goes
  }

  function follow({ id, pc }: MediaLink): void {
    refusal = null
    endWatch()
    endWatch = watchPicture(pc)
    desk = makeRestartDesk(side, {
      line: id,
      ways: (more) => makeWays(pc, { ice, more, outlook, another }),
      nextTurn,
      say: words.ask,
      unknown: () => pursuit.happened('unknown'),
      fruitless: () => pursuit.happened('fruitless'),
    })
  }

  function another(): Connection {
    const made = makeSecondConnection(outlook, ice(), outgoing())
    beside(made)
    return made
  }

  // A page that was loaded again must not count from the beginning: its first word would be an old one.
  function nextTurn(): number {
    lastTurn = Math.max(lastTurn + 1, Date.now())
    return lastTurn
  }

  function heard(theirs: RestartWord | null): void {
    lookout.end()
    if (!theirs) return
    // What was said of a connection before we left it for another one is no news.
    const isNews = theirs.turn > heardUpTo
    heardUpTo = Math.max(heardUpTo, theirs.turn)
    const isSearch = theirs.kind === 'offer' || theirs.kind === 'asks'
    if (theirs.line === link()?.id || side === 'operator') desk?.heard(theirs)
    else if (isSearch && isNews) refuse(theirs)
  }

  /** We have no such connection. The other side need not try any longer, and dials afresh. */
  function refuse({ line, turn }: RestartWord): void {
    if (refusal?.to === turn) return
    refusal = { line, turn: nextTurn(), kind: 'unknown', to: turn, sdp: '' }
    words.ask()
  }

  function begin(): void {
    refusal = null
    if (pursuit.isWanting()) relay.begin()
    desk?.begin()
  }

  function hurry(): void {
    if (pursuit.isWanting()) pursuit.happened('network')
    else begin()
    words.hope()
  }

  function look(): void {
    if (pursuit.isLive()) words.ask()
  }

  function listen(): void {
    clearTimeout(listening)
    listening = setTimeout(() => pursuit.isWanting() && look(), listenMs)
  }

  function stop(): void {
    clearTimeout(listening)
    lookout.end()
    relay.end()
    words.stop()
    endWatch()
    desk?.close()
    desk = null
    refusal = null
  }

  return {
    follow,
    begin,
    look,
    hurry,
    listen,
    isAway: words.isAway,
    isAgreeing: () => desk?.isAgreeing() ?? false,
    stop,
  }
}
