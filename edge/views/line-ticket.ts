import type { OperatorId } from '../domain/ids.ts'
import { peerIdOf, type Side, signTicket } from '../domain/tickets.ts'
import type { IceServer, LineTicket } from '../domain/wire.ts'
import type { Conversation } from '../store/conversations.ts'
import type { Reads } from '../store/database.ts'
import { openOfferOf } from '../store/jobs.ts'

/** Long enough to connect on a bad line; who reconnects later asks for a new one. */
const ticketMs = 2 * 60_000

export interface LineSettings {
  stunUrls: readonly string[]
  icePolicy: 'all' | 'relay'
}

/** Admission to the broker as this conversation's `side`, and the ways through its network. */
export async function issueLineTicket(
  conversation: Conversation,
  side: Side,
  settings: LineSettings & { brokers: readonly string[]; relays: readonly IceServer[] },
  secret: string,
  now: number,
): Promise<LineTicket> {
  const { id: conversationId } = conversation
  const peerId = peerIdOf(conversationId, side)
  return {
    peerId,
    remotePeerId: peerIdOf(conversationId, side === 'customer' ? 'operator' : 'customer'),
    token: await signTicket(secret, {
      kind: 'peer',
      peerId,
      conversationId,
      side,
      expiresAt: now + ticketMs,
    }),
    brokers: [...settings.brokers],
    iceServers: [...settings.stunUrls.map((urls) => ({ urls: [urls] })), ...settings.relays],
    icePolicy: settings.icePolicy,
  }
}

/** The conversation's operator; and the one whose telephone rings, so that the green button need not wait. */
export async function mayPrepareLine(
  reads: Reads,
  conversation: Conversation,
  me: OperatorId,
): Promise<boolean> {
  if (conversation.operatorId === me && conversation.state === 'active') return true
  return (await openOfferOf(reads, me))?.conversationId === conversation.id
}
