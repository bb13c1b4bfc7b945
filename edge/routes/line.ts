import { chooseBroker } from '../actions/choose-broker.ts'
import type { Side } from '../domain/tickets.ts'
import type { IceServer, LineTicket } from '../domain/wire.ts'
import type { Conversation } from '../store/conversations.ts'
import { issueLineTicket } from '../views/line-ticket.ts'
import { type Edge, strangerContext } from './edge.ts'

/** A ticket for one side of a conversation's call. A relay that is out costs it the relay, never the ticket. */
export async function lineTicketFor(edge: Edge, conversation: Conversation, side: Side): Promise<LineTicket> {
  const [relays, brokers] = await Promise.all([
    relaysFor(edge, conversation),
    chooseBroker(strangerContext(edge, { kind: 'edge' }), conversation.id, edge.brokers),
  ])
  return issueLineTicket(conversation, side, { ...edge.line, brokers, relays }, edge.secret, edge.clock())
}

async function relaysFor(edge: Edge, { id }: Conversation): Promise<IceServer[]> {
  try {
    return await edge.relay.serversFor(id, edge.clock())
  } catch (cause) {
    edge.log({ level: 'warn', what: 'relay', conversationId: id, cause: String(cause) })
    return []
  }
}
