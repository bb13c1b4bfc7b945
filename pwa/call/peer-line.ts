import type { MediaConnection } from 'peerjs'
import type { RestartWord } from '../../edge/domain/restart.ts'
import type { Side } from '../../edge/domain/tickets.ts'
import type { LineTicket, RestartAnswer } from '../../edge/domain/wire.ts'
import { makeBrokerSeat } from './broker-seat.ts'
import type { MakeComeback } from './comeback.ts'
import { type ControlChannel, type ControlEvents, makeControlChannel } from './control-channel.ts'
import type { ControlMessage } from './control-message.ts'
import { type HeldAnswer, holdAnswer } from './held-answer.ts'
import { type Connection, type MediaLink, makeMediaLink } from './media-link.ts'
import type { Tracks } from './placeholder.ts'
import type { Problem } from './problem.ts'
import { makePursuit } from './pursuit.ts'

export interface PeerLineEvents extends ControlEvents {
  stream(stream: MediaStream | null): void
  up(pc: RTCPeerConnection): void
  down(): void
  /** Our offer is on its way, or our answer. */
  offered(): void
  troubled(problem: Problem): void
  failed(problem: Problem): void
  /** Our own network was away, and is back. */
  back(): void
}

/** The way to the other browser. The operator's side dials; the customer's answers. */
export interface PeerLine {
  /** Comes to the broker ahead of the call. */
  open(): void
  /** The call is live: connect, and stay connected. */
  start(): void
  /** Tries again now: the network may be another one. */
  retry(): void
  /** The other side said something at the edge. */
  look(): void
  /** Renews what ages. */
  freshen(): void
  /** Whether our own network is away: nothing that is sent now arrives. */
  isAway(): boolean
  /** Our tracks have changed. */
  refresh(): void
  say(message: ControlMessage): void
  /** A tool's word, said now or never. */
  tell(message: object | ArrayBuffer): void
  /** Resolves when there is room for more. */
  drained(): Promise<void>
  /** Hangs up and leaves the broker; `open` and `start` work again afterwards. */
  stop(): void
}

export interface PeerLineOptions {
  side: Side
  ticket(): Promise<LineTicket>
  /** Says our latest word to find a new way, and hears the other side's. */
  exchange(word: RestartWord | null, signal: AbortSignal): Promise<RestartAnswer>
  outgoing(): Tracks
  /** What brings a broken connection back. */
  makeComeback: MakeComeback
  on: PeerLineEvents
}

/** A connection, and what is said in it. */
interface Tie {
  link: MediaLink
  control: ControlChannel
  stream: MediaStream | null
}

export function makePeerLine({
  side,
  ticket,
  exchange,
  outgoing,
  makeComeback,
  on,
}: PeerLineOptions): PeerLine {
  let tie: Tie | null = null
  /** Is being made beside the first, whose network is gone. */
  let second: Tie | null = null
  /** Offered before the edge told us that the call is live: nobody is let in before that. */
  let offered: (HeldAnswer & { tie: Tie | null }) | null = null
  let saying: ControlMessage | null = null

  const seat = makeBrokerSeat(ticket, {
    joined: () => pursuit.happened('joined'),
    called: (call) => (side === 'customer' ? void offer(call) : call.close()),
    unavailable: () => pursuit.happened('missed'),
    refused: on.failed,
  })

  const pursuit = makePursuit({
    side,
    seat,
    connect: () => (side === 'operator' ? void dial() : answer()),
    restart: () => comeback.begin(),
    listen: () => comeback.listen(),
    hasLink: () => tie?.link.wasUp() ?? false,
    isAgreeing: () => comeback.isAgreeing(),
    troubled: on.troubled,
    isOnline: () => navigator.onLine,
  })

  const comeback = makeComeback({
    side,
    pursuit,
    link: () => tie?.link ?? null,
    exchange,
    ice: seat.ice,
    outgoing,
    beside,
    back,
  })

  // The broker's socket is no better off than any other, but nobody waits for it.
  function back(): void {
    seat.rejoin()
    on.back()
  }

  async function dial(): Promise<void> {
    await seat.freshen()
    if (!pursuit.isWanting()) return
    const { audio, video } = outgoing()
    const call = seat.call(new MediaStream([audio, video]))
    if (!call) return
    follow(call)
    tellWhenSent(call.peerConnection)
  }

  // PeerJS sends a description in the very turn in which it is ready: what else there is to do comes after.
  function tellWhenSent(pc: RTCPeerConnection): void {
    pc.addEventListener('signalingstatechange', () => {
      if (pc.signalingState !== 'have-remote-offer') setTimeout(on.offered)
    })
  }

  // An answer takes a slow phone a third of a second: all of it that others cannot notice is done while the edge decides.
  async function offer(call: MediaConnection): Promise<void> {
    putOff()
    const held = { ...holdAnswer(call), tie: null as Tie | null }
    offered = held
    await seat.freshen()
    if (offered !== held) return
    held.begin(outgoing())
    held.tie = hold(call)
    answer()
  }

  function answer(): void {
    const held = offered
    if (!held?.tie || !pursuit.isLive()) return
    offered = null
    // The other side came back before we missed it.
    if (!pursuit.isWanting()) lost('goodbye')
    tellWhenSent(held.tie.link.pc)
    unlink()
    take(held.tie)
    held.send()
  }

  function putOff(): void {
    drop(offered?.tie ?? null)
    offered?.drop()
    offered = null
  }

  function follow(call: Connection): void {
    unlink()
    take(hold(call))
  }

  function hold(call: Connection): Tie {
    const isOurs = () => tie === mine
    const link = makeMediaLink(call, {
      stream(stream) {
        mine.stream = stream
        if (isOurs()) on.stream(stream)
      },
      up: () => up(mine),
      silent: () => isOurs() && lost('silence'),
      failed: () => isOurs() && pursuit.happened('failed'),
      closed: () => isOurs() && lost('goodbye'),
    })
    const control = makeControlChannel(link.pc, {
      heard: on.heard,
      told: on.told,
      opened: (isOpen) => isOurs() && on.opened(isOpen),
    })
    const mine: Tie = { link, control, stream: null }
    return mine
  }

  function take(next: Tie): void {
    tie = next
    comeback.follow(next.link)
    // What changed between the offer and now.
    next.link.send(outgoing())
    if (saying) next.control.say(saying)
    if (next.stream) on.stream(next.stream)
  }

  function beside(call: Connection): void {
    drop(second)
    second = hold(call)
  }

  function up(mine: Tie): void {
    if (mine === second) {
      second = null
      unlink()
      take(mine)
    }
    if (mine !== tie) return
    pursuit.up()
    on.up(mine.link.pc)
    if (mine.control.isOpen()) on.opened(true)
  }

  function lost(how: 'silence' | 'goodbye'): void {
    on.opened(false)
    on.down()
    pursuit.down(how)
  }

  function unlink(): void {
    comeback.stop()
    drop(tie)
    drop(second)
    tie = second = null
    on.opened(false)
    on.stream(null)
  }

  function drop(old: Tie | null): void {
    old?.control.close()
    old?.link.close()
  }

  function say(message: ControlMessage): void {
    saying = message
    tie?.control.say(message)
  }

  function stop(): void {
    pursuit.stop()
    putOff()
    // The other side dials anew as soon as the connection says goodbye: by then the broker has to know that we are gone.
    const [first, other] = [tie, second]
    tie = second = null
    seat.leave()
    drop(first)
    drop(other)
    unlink()
  }

  return {
    open: seat.join,
    start: () => pursuit.start(),
    retry: () => comeback.hurry(),
    isAway: () => comeback.isAway(),
    freshen: () => void seat.freshen(),
    look: () => comeback.look(),
    refresh: () => tie?.link.send(outgoing()),
    say,
    tell: (message) => tie?.control.tell(message),
    drained: async () => tie?.control.drained(),
    stop,
  }
}
