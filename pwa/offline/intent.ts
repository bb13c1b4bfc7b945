// What can be done without the network, and is sent when it is back.

import type { EndReason } from '../../edge/domain/conversation.ts'
import type { Method } from '../platform/request.ts'

export type Intent =
  | { kind: 'message'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'tag'; tag: string }
  | { kind: 'untag'; tag: string }
  | { kind: 'end'; reason: EndReason }

export interface OutboxEntry {
  /** The request's Idempotency-Key: however often it is sent, it happens once. */
  id: string
  conversationId: string
  /** What the customer is called, for a list of what waits. */
  customer: string
  intent: Intent
  /** By this device's clock, for people to read; the order is the place in the outbox. */
  at: number
}

export function requestFor({ conversationId, intent }: OutboxEntry): {
  method: Method
  path: string
  body: unknown
} {
  const path = `/api/conversations/${conversationId}`
  switch (intent.kind) {
    case 'message':
      return { method: 'POST', path: `${path}/messages`, body: { text: intent.text } }
    case 'note':
      return { method: 'POST', path: `${path}/notes`, body: { text: intent.text } }
    case 'tag':
      return { method: 'POST', path: `${path}/tags`, body: { tag: intent.tag } }
    case 'untag':
      return { method: 'DELETE', path: `${path}/tags/${encodeURIComponent(intent.tag)}`, body: undefined }
    case 'end':
      return { method: 'POST', path: `${path}/archive`, body: { reason: intent.reason } }
  }
}

/** What a person wrote, to be copied when it cannot be sent. */
export function textIn(intent: Intent): string {
  if (intent.kind === 'message' || intent.kind === 'note') return intent.text
  return intent.kind === 'end' ? intent.reason : intent.tag
}
