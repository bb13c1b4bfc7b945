import type { MediaConnection, Peer } from 'peerjs'
import type { LineTicket } from '../../edge/domain/wire.ts'
import { iceOf, makePeer, onTakenOver, reconnectPeer, renewPeer } from './broker-peer.ts'
import type { Problem } from './problem.ts'
import { rejoinDelay, staleTicketMs, steadyMs } from './reconnect-plan.ts'

export interface SeatEvents {
  joined(): void
  /** A call is offered. Whose it is has been checked. */
  called(call: MediaConnection): void
  /** The other side is not at the broker. */
  unavailable(): void
  /** The edge does not let us in, or a newer window of ours has the seat. No more tries. */
  refused(problem: Problem): void
}

/** This browser's place at the broker, under the id that its ticket names. */
export interface BrokerSeat {
  /** Comes in and stays in: a lost connection is made again, each time with a fresh ticket. */
  join(): void
  /** Makes a new connection even if the old one looks well: after a network change it may be half open. */
  rejoin(): void
  isJoined(): boolean
  /** Renews what ages (TURN credentials): before a connection is made, and while there is a network to do it in. */
  freshen(): Promise<void>
  call(stream: MediaStream): MediaConnection | null
  /** The servers that help through a network, with the credentials of now. */
  ice(): RTCConfiguration | null
  leave(): void
}

export function makeBrokerSeat(ticket: () => Promise<LineTicket>, on: SeatEvents): BrokerSeat {
  let peer: Peer | null = null
  let admission: { ticket: LineTicket; at: number } | null = null
  let attempt = 0
  let phase: 'out' | 'asking' | 'connecting' | 'in' = 'out'
  let timer: ReturnType<typeof setTimeout> | undefined
  let steady: ReturnType<typeof setTimeout> | undefined
  // Whoever waits long is not to fetch a ticket first when the green button is pressed.
  let renewing: ReturnType<typeof setInterval> | undefined

  // Counts moves: leaving, or moving again, makes an older move void.
  let round = 0

  function join(): void {
    if (phase === 'out') void move()
  }

  async function move(): Promise<void> {
    const mine = ++round
    phase = 'asking'
    clearTimeout(timer)
    try {
      const fresh = await ticket()
      if (mine !== round) return
      admission = { ticket: fresh, at: Date.now() }
      sit(fresh)
    } catch (cause) {
      if (mine === round) refuse(cause)
    }
  }

  function sit(fresh: LineTicket): void {
    if (!peer || peer.destroyed) peer = newPeer(fresh)
    else {
      renewPeer(peer, fresh)
      reconnectPeer(peer)
    }
    phase = 'connecting'
    const mine = round
    // It may be ourselves who came again: then the next move has begun.
    onTakenOver(peer, () => mine === round && giveUp('taken-over'))
  }

  function newPeer(fresh: LineTicket): Peer {
    const made = makePeer(fresh)
    made.on('open', opened)
    made.on('call', (call) => (isPartner(call) ? on.called(call) : call.close()))
    // What we say beside picture and sound goes with them.
    made.on('connection', (channel) => channel.close())
    // While we ask for the next ticket, the old socket's end is expected or our own doing.
    made.on('disconnected', () => phase !== 'asking' && peer === made && later())
    made.on('error', ({ type }) => {
      if (type === 'peer-unavailable') on.unavailable()
      if (type === 'browser-incompatible') giveUp('browser-too-old')
    })
    return made
  }

  function opened(): void {
    phase = 'in'
    clearTimeout(steady)
    steady = setTimeout(() => {
      attempt = 0
    }, steadyMs)
    clearInterval(renewing)
    renewing = setInterval(freshen, staleTicketMs)
    on.joined()
  }

  function later(): void {
    phase = 'out'
    clearTimeout(steady)
    clearTimeout(timer)
    timer = setTimeout(join, rejoinDelay(attempt++))
  }

  function refuse(cause: unknown): void {
    phase = 'out'
    if (isFinal(cause)) on.refused('not-admitted')
    else later()
  }

  function giveUp(problem: Problem): void {
    leave()
    on.refused(problem)
  }

  // The broker keeps strangers out already; this holds even if it did not.
  function isPartner(connection: { peer: string }): boolean {
    return connection.peer === admission?.ticket.remotePeerId
  }

  async function freshen(): Promise<void> {
    if (!admission || Date.now() - admission.at < staleTicketMs) return
    const fresh = await ticket().catch(() => null)
    if (!fresh || !peer) return
    admission = { ticket: fresh, at: Date.now() }
    renewPeer(peer, fresh)
  }

  function leave(): void {
    round += 1
    phase = 'out'
    clearTimeout(timer)
    clearTimeout(steady)
    clearInterval(renewing)
    const old = peer
    peer = null
    old?.destroy()
  }

  return {
    join,
    rejoin: () => void move(),
    isJoined: () => phase === 'in',
    freshen,
    call: (stream) => (peer?.open && admission ? peer.call(admission.ticket.remotePeerId, stream) : null),
    ice: () => admission && iceOf(admission.ticket),
    leave,
  }
}

// Answers of the edge that another try does not change. Too many requests and time-outs do pass.
function isFinal(cause: unknown): boolean {
  const status = (cause as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 400 && status < 500 && status !== 408 && status !== 429
}
