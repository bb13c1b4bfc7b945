// What the list of messages is made of: one entry for each event, and for each message still on its way.

import type { AnyEvent, EventOf } from '../../edge/domain/events.ts'
import type { Side } from '../../edge/domain/tickets.ts'

export interface MessageEntry {
  kind: 'message'
  /** The request's Idempotency-Key: a message on its way and the event of its arrival share it. */
  messageId: string
  side: Side
  text: string
  at: number
  status: 'sending' | 'sent' | 'failed'
  /** An operator's name; the customer is known by the conversation. */
  authorName: string | null
}

export interface SystemEntry {
  kind: 'system'
  at: number
  event: Exclude<AnyEvent, EventOf<'message.posted'>>
}

export type Entry = MessageEntry | SystemEntry

export function entryOf(event: AnyEvent): Entry {
  if (event.type !== 'message.posted') return { kind: 'system', at: event.at, event }
  const authorName = event.actor.kind === 'operator' ? event.actor.name : null
  return { kind: 'message', ...event.data, at: event.at, status: 'sent', authorName }
}
