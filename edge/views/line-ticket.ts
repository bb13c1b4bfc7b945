import { peerIdOf, type Side, signTicket } from '../domain/tickets.ts'
import { type TurnSettings, turnServer } from '../domain/turn.ts'
import type { LineTicket } from '../domain/wire.ts'
import type { Conversation } from '../store/conversations.ts'

/** Long enough to connect on a bad line; who reconnects later asks for a new one. */
const ticketMs = 2 * 60_000

export interface LineSettings extends TurnSettings {
  brokers: readonly string[]
  stunUrls: readonly string[]
  icePolicy: 'all' | 'relay'
}

/** Admission to the broker as this conversation's `side`, and the ways through its network. */
export async function issueLineTicket(
  conversation: Conversation,
  side: Side,
  settings: LineSettings,
  secret: string,
  now: number,
): Promise<LineTicket> {
  const { id: conversationId } = conversation
  const peerId = peerIdOf(conversationId, side)
  const turn = await turnServer(settings, conversationId, now)
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
    iceServers: [...settings.stunUrls.map((urls) => ({ urls: [urls] })), ...(turn ? [turn] : [])],
    icePolicy: settings.icePolicy,
  }
}
