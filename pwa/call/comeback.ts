import type { RestartWord } from '../../edge/domain/restart.ts'
import type { Side } from '../../edge/domain/tickets.ts'
import type { RestartAnswer } from '../../edge/domain/wire.ts'
import { makeIceRestart } from './ice-restart.ts'
import { makeLookout } from './lookout.ts'
import { type MediaLink, showWhole } from './media-link.ts'
import type { Pursuit } from './pursuit.ts'
import { makeRestartDesk, type RestartDesk } from './restart-desk.ts'
import { makeRestartExchange } from './restart-exchange.ts'

export interface ComebackOptions {
  side: Side
  pursuit: Pursuit
  link(): MediaLink | null
  exchange(word: RestartWord | null, signal: AbortSignal): Promise<RestartAnswer>
  /** The servers that help through a network, by now. */
  ice(): RTCConfiguration | null
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

/**
 * What was on the old way when we turned off it is lost, and what comes next says only what has changed since: the
 * other side waited two seconds before it asked for a whole picture.
 */
function showAfterTurns(pc: RTCPeerConnection): void {
  const way = pc.getSenders()[0]?.transport?.iceTransport
  way?.addEventListener('selectedcandidatepairchange', () => showWhole(pc))
}

export type MakeComeback = (options: ComebackOptions) => Comeback

export function makeComeback({ side, pursuit, link, exchange, ice, back }: ComebackOptions): Comeback {
  let desk: RestartDesk | null = null
  let refusal: RestartWord | null = null
  let lastTurn = 0
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

  function goesOn(): boolean {
    const goes = pursuit.isWanting() || (desk?.isOpen() ?? false)
    if (!goes) lookout.end()
    return goes
  }

  function follow({ id, pc }: MediaLink): void {
    refusal = null
    showAfterTurns(pc)
    desk = makeRestartDesk(side, {
      line: id,
      ice: (more) => makeIceRestart(pc, ice, more),
      nextTurn,
      say: words.ask,
      unknown: () => pursuit.happened('unknown'),
      fruitless: () => pursuit.happened('fruitless'),
    })
  }

  // A page that was loaded again must not count from the beginning: its first word would be an old one.
  function nextTurn(): number {
    lastTurn = Math.max(lastTurn + 1, Date.now())
    return lastTurn
  }

  function heard(theirs: RestartWord | null): void {
    lookout.end()
    if (!theirs) return
    const isSearch = theirs.kind === 'offer' || theirs.kind === 'asks'
    if (side === 'customer' && isSearch && theirs.line !== link()?.id) refuse(theirs)
    else desk?.heard(theirs)
  }

  /** We have no such connection. The other side need not try any longer, and dials afresh. */
  function refuse({ line, turn }: RestartWord): void {
    if (refusal?.to === turn) return
    refusal = { line, turn: nextTurn(), kind: 'unknown', to: turn, sdp: '' }
    words.ask()
  }

  function hurry(): void {
    if (pursuit.isWanting()) pursuit.happened('network')
    else desk?.begin()
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
    words.stop()
    desk?.close()
    desk = null
    refusal = null
  }

  return {
    follow,
    begin: () => desk?.begin(),
    look,
    hurry,
    listen,
    isAway: words.isAway,
    isAgreeing: () => desk?.isAgreeing() ?? false,
    stop,
  }
}
