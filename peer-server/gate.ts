import type { PeerTicket, Side } from '../edge/domain/tickets.ts'
import { peerIdOf } from '../edge/domain/tickets.ts'
import type { Limits } from './limits.ts'
import { parseMessage } from './parse-message.ts'
import type { QueueBound } from './queue-bound.ts'
import { makeTokenBucket } from './token-bucket.ts'

export const dropReasons = ['too-many', 'malformed', 'foreign', 'queue-full'] as const
export type DropReason = (typeof dropReasons)[number]

export type Verdict =
  /** A heartbeat is for the broker alone. */
  | { kind: 'pass'; text: string; isForPartner: boolean }
  | { kind: 'drop'; reason: DropReason }
  | { kind: 'flood' }

export interface Gate {
  limits: Limits
  now: () => number
  /** Is this peer connected now? */
  isHere: (peerId: string) => boolean
  queues: QueueBound
}

const otherSide: Record<Side, Side> = { customer: 'operator', operator: 'customer' }

/** Judges each frame of one socket: only well-formed messages to the other side of its conversation pass. */
export function makeGate(ticket: PeerTicket, gate: Gate): (frame: Buffer, isBinary: boolean) => Verdict {
  const take = makeTokenBucket(gate.limits, gate.now)
  const partner = peerIdOf(ticket.conversationId, otherSide[ticket.side])

  return (frame, isBinary) => {
    // Counted before it is looked at: parsing is what a flood would cost.
    const taken = take()
    if (taken === 'flood') return { kind: 'flood' }
    if (taken === 'drop') return drop('too-many')
    return isBinary ? drop('malformed') : judge(frame.toString(), partner, gate)
  }
}

function judge(frame: string, partner: string, { isHere, queues }: Gate): Verdict {
  const message = parseMessage(frame)
  if (!message) return drop('malformed')
  const text = JSON.stringify(message)
  if (message.type === 'HEARTBEAT') return { kind: 'pass', text, isForPartner: false }
  if (message.dst !== partner) return drop('foreign')
  const fits = isHere(partner) || message.type === 'LEAVE' || queues.take(partner, Buffer.byteLength(text))
  return fits ? { kind: 'pass', text, isForPartner: true } : drop('queue-full')
}

function drop(reason: DropReason): Verdict {
  return { kind: 'drop', reason }
}
