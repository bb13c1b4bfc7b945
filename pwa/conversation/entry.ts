// What the list of messages is made of: one entry for each event, and for each message still on its way.

import type { AnyEvent, EventData, EventOf } from '../../edge/domain/events.ts'
import type { VisitStep } from '../../edge/domain/progress.ts'
import type { Side } from '../../edge/domain/tickets.ts'
import type { PendingMessage } from './kept-messages.ts'

export interface MessageEntry {
  kind: 'message'
  /** The request's Idempotency-Key: a message on its way and the event of its arrival share it. */
  messageId: string
  side: Side
  text: string
  at: number
  status: PendingMessage['status']
  /** An operator's name; the customer is known by the conversation. */
  authorName: string | null
}

export interface AttachmentEntry {
  kind: 'attachment'
  side: Side
  at: number
  authorName: string | null
  file: EventData['attachment.shared']
}

export interface SystemEntry {
  kind: 'system'
  at: number
  event: Exclude<AnyEvent, EventOf<'message.posted' | 'attachment.shared'>>
}

/** What somebody said or showed. */
export type SaidEntry = MessageEntry | AttachmentEntry
export type Entry = SaidEntry | SystemEntry

const wellSteps: readonly VisitStep[] = ['camera-asked', 'camera-ready', 'connected']

/** Whether the log has a line for it. How far a customer got is worth one only where they are stuck. */
export function isTold(event: AnyEvent): boolean {
  return event.type !== 'visit.progressed' || !wellSteps.includes(event.data.step)
}

export function entryOf(event: AnyEvent): Entry {
  const { at } = event
  const authorName = event.actor.kind === 'operator' ? event.actor.name : null
  if (event.type === 'message.posted')
    return { kind: 'message', ...event.data, at, status: 'sent', authorName }
  if (event.type === 'attachment.shared') {
    return { kind: 'attachment', side: event.data.side, at, authorName, file: event.data }
  }
  return { kind: 'system', at, event }
}
