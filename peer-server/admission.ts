import type { IncomingMessage } from 'node:http'
import type { PeerTicket } from '../edge/domain/tickets.ts'
import { peerIdOf, readTicket } from '../edge/domain/tickets.ts'

export type Admission = { kind: 'admitted'; ticket: PeerTicket } | { kind: 'refused'; status: 401 | 403 }

export interface AdmissionRules {
  secret: string
  /** Exact origins. A request without one does not come from a page of ours. */
  allowedOrigins: readonly string[]
  now: () => number
}

// Ours have some 300 characters; nobody makes us compute over more than this.
const longestTicket = 2_048

/** Who may open a socket: a page of ours, with a fresh ticket for the very peer id that it asks for. */
export async function admit(request: IncomingMessage, rules: AdmissionRules): Promise<Admission> {
  if (!rules.allowedOrigins.includes(request.headers.origin ?? '')) return { kind: 'refused', status: 403 }
  const query = queryOf(request)
  const ticket = await ticketIn(query.get('token') ?? '', rules)
  if (!ticket) return { kind: 'refused', status: 401 }
  return query.get('id') === ticket.peerId ? { kind: 'admitted', ticket } : { kind: 'refused', status: 403 }
}

async function ticketIn(text: string, { secret, now }: AdmissionRules): Promise<PeerTicket | null> {
  if (text === '' || text.length > longestTicket) return null
  const ticket = await readTicket(secret, text, now()).catch(() => null)
  return ticket && ticket.peerId === peerIdOf(ticket.conversationId, ticket.side) ? ticket : null
}

/** The path alone, as the client wrote it. Parsing it as a URL would throw on what strangers send. */
export function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?', 1)[0] ?? ''
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams((request.url ?? '').slice(pathOf(request).length))
}
