import type { DataConnection, MediaConnection } from 'peerjs'
import type { Side } from '../../edge/domain/tickets.ts'
import type { LineTicket } from '../../edge/domain/wire.ts'
import { makeBrokerSeat } from './broker-seat.ts'
import {
  type ControlChannel,
  type ControlEvents,
  controlLabel,
  isControl,
  makeControlChannel,
} from './control-channel.ts'
import type { ControlMessage } from './control-message.ts'
import { type MediaLink, makeMediaLink } from './media-link.ts'
import type { Tracks } from './placeholder.ts'
import type { Problem } from './problem.ts'
import { makePursuit } from './pursuit.ts'

export interface PeerLineEvents extends ControlEvents {
  stream(stream: MediaStream | null): void
  up(): void
  down(): void
  troubled(problem: Problem): void
  failed(problem: Problem): void
}

/** The way to the other browser. The operator's side dials; the customer's answers. */
export interface PeerLine {
  /** Comes to the broker ahead of the call. */
  open(): void
  /** The call is live: connect, and stay connected. */
  start(): void
  /** Tries again now. */
  retry(): void
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
  outgoing(): Tracks
  on: PeerLineEvents
}

export function makePeerLine({ side, ticket, outgoing, on }: PeerLineOptions): PeerLine {
  let link: MediaLink | null = null
  let control: ControlChannel | null = null
  /** Offered before the edge told us that the call is live: nobody is let in before that. */
  let offered: MediaConnection | null = null
  let saying: ControlMessage | null = null

  const seat = makeBrokerSeat(ticket, {
    joined: () => pursuit.reached(),
    called: (call) => (side === 'customer' ? offer(call) : call.close()),
    connected: (channel) => (side === 'customer' && isControl(channel) ? hold(channel) : channel.close()),
    unavailable: () => pursuit.missed(),
    refused: on.failed,
  })

  const pursuit = makePursuit({
    side,
    seat,
    connect: () => void (side === 'operator' ? dial() : answer()),
    troubled: on.troubled,
    isOnline: () => navigator.onLine,
  })

  async function dial(): Promise<void> {
    await seat.freshen()
    if (!pursuit.isWanting()) return
    const { audio, video } = outgoing()
    const call = seat.call(new MediaStream([audio, video]))
    if (call) follow(call)
  }

  function offer(call: MediaConnection): void {
    offered?.close()
    offered = call
    if (pursuit.isLive()) void answer()
  }

  async function answer(): Promise<void> {
    await seat.freshen()
    const call = offered
    if (!call || !pursuit.isLive()) return
    offered = null
    // The other side came back before we missed it.
    if (!pursuit.isWanting()) lost('goodbye')
    const { audio, video } = outgoing()
    call.answer(new MediaStream([audio, video]))
    follow(call)
  }

  function follow(call: MediaConnection): void {
    link?.close()
    on.stream(null)
    const mine = makeMediaLink(call, {
      stream: on.stream,
      up: () => link === mine && connected(),
      silent: () => link === mine && lost('silence'),
      closed: () => link === mine && lost('goodbye'),
    })
    link = mine
    // What changed between the offer and now.
    mine.send(outgoing())
  }

  function connected(): void {
    pursuit.up()
    on.up()
    if (side === 'customer' || control) return
    const channel = seat.connect(controlLabel)
    if (channel) hold(channel)
  }

  function lost(how: 'silence' | 'goodbye'): void {
    silence()
    on.down()
    pursuit.down(how)
  }

  function hold(channel: DataConnection): void {
    silence()
    const mine = makeControlChannel(channel, {
      heard: on.heard,
      told: on.told,
      opened: (isOpen) => (control === null || control === mine) && on.opened(isOpen),
    })
    control = mine
    if (saying) mine.say(saying)
  }

  function silence(): void {
    const old = control
    control = null
    old?.close()
    on.opened(false)
  }

  function say(message: ControlMessage): void {
    saying = message
    control?.say(message)
  }

  function stop(): void {
    pursuit.stop()
    silence()
    offered?.close()
    link?.close()
    offered = link = null
    on.stream(null)
    seat.leave()
  }

  return {
    open: seat.join,
    start: () => pursuit.start(),
    retry: () => pursuit.retry(),
    refresh: () => link?.send(outgoing()),
    say,
    tell: (message) => control?.tell(message),
    drained: async () => control?.drained(),
    stop,
  }
}
