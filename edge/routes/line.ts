import { chooseBroker } from '../actions/choose-broker.ts'
import type { Side } from '../domain/tickets.ts'
import type { IceServer, LineTicket, Visit } from '../domain/wire.ts'
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

// Whoever opens a link is not to wait for somebody else's relay. The page asks for what did not come along.
const patienceMs = 300

/** The ticket that goes along with the first answer: on mobile data a round trip is a tenth of a second. */
export async function firstLine(edge: Edge, conversation: Conversation): Promise<Pick<Visit, 'line'>> {
  // The link is open by now, whatever becomes of the ticket.
  const asked = lineTicketFor(edge, conversation, 'customer').catch(() => null)
  const line = await Promise.race([asked, after(patienceMs)])
  return line ? { line } : {}
}

const after = (ms: number) => new Promise<null>((resolve) => setTimeout(resolve, ms, null))

async function relaysFor(edge: Edge, { id }: Conversation): Promise<IceServer[]> {
  try {
    return await edge.relay.serversFor(id, edge.clock())
  } catch (cause) {
    edge.log({ level: 'warn', what: 'relay', conversationId: id, cause: String(cause) })
    return []
  }
}
