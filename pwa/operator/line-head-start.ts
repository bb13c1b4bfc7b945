// Whoever loads the page again in the middle of a call is waited for, and of all that brings the call back its way to the
// broker takes longest. It is begun before anything is drawn; the call's own code goes on from here.

import type { LineTicket } from '../../edge/domain/wire.ts'
import { freshTicketMs, knockEarly } from '../call/early-socket.ts'
import { request } from '../platform/request.ts'

const kept = 'visavis.in-call'

let begun: { conversationId: string; at: number; ticket: Promise<LineTicket | null> } | null = null

/** The lock that says which tab has the line. */
export const lineLock = (conversationId: string) => `visavis.line.${conversationId}`

/** This tab's line is up, or it is over. */
export function keepLine(conversationId: string, isUp: boolean): void {
  try {
    if (isUp) sessionStorage.setItem(kept, conversationId)
    else if (sessionStorage.getItem(kept) === conversationId) sessionStorage.removeItem(kept)
  } catch {}
}

/** Asks for the ticket of the call that this tab was in, and comes to the broker with it. */
export function beginLine(): void {
  const conversationId = takeKept()
  if (!conversationId) return
  const ticket = ticketFor(conversationId).catch(() => null)
  begun = { conversationId, at: Date.now(), ticket }
  void ticket.then(async (fresh) => fresh && (await isFree(conversationId)) && knockEarly(fresh))
}

/** For the call's line: what was begun, once, or a ticket of now. */
export async function lineTicket(conversationId: string): Promise<LineTicket> {
  const early = begun
  begun = null
  const isOurs = early?.conversationId === conversationId && Date.now() - early.at < freshTicketMs
  return (isOurs ? await early.ticket : null) ?? ticketFor(conversationId)
}

const ticketFor = (conversationId: string) =>
  request<LineTicket>('POST', `/api/conversations/${conversationId}/line`, {})

/** Once: what is over by now is not to be asked for at every reload. */
function takeKept(): string | null {
  try {
    const conversationId = sessionStorage.getItem(kept)
    sessionStorage.removeItem(kept)
    return conversationId
  } catch {
    return null
  }
}

// A tab that is doubled brings along what the first one kept, and is not to take the call from it.
async function isFree(conversationId: string): Promise<boolean> {
  const locks = await navigator.locks?.query()
  return !locks?.held?.some(({ name }) => name === lineLock(conversationId))
}
