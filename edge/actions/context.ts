// What a verb is given: who acts, when, and the means to act with.

import type { Actor, AnyEvent, EventData, EventType } from '../domain/events.ts'
import type { ConversationId, OperatorId } from '../domain/ids.ts'
import type { Database, Reads, Transaction } from '../store/database.ts'

export interface Means {
  database: Database
  /** Milliseconds since the epoch. */
  clock(): number
  newId(): string
  /** Keys are made from it; see edge/domain/secrets.ts. */
  secret: string
  publicUrl: string
  /** The team's name, as customers read it. */
  teamName: string
  /** Whether an SMS is really sent, or shown to the operator alone. */
  smsKind: 'twilio' | 'outbox'
  /** Countries that an SMS may go to, as ISO 3166 codes; `null` for every one. */
  smsCountries: readonly string[] | null
  defaultCountry: string
  /** Push services that the house named beside the known ones; see edge/domain/push-host.ts. */
  pushAllowedHosts: readonly string[]
  /** Told after the commit that they stand in: what happened, in order. */
  committed(events: readonly AnyEvent[]): void
}

export interface Context extends Means {
  actor: Actor
  /** Whose keys these are: one reader's key must not fetch another's answer. */
  scope: string
  /** The client's Idempotency-Key for this request. */
  key: string | null
}

export interface OperatorContext extends Context {
  actor: Extract<Actor, { kind: 'operator' }>
  me: { id: OperatorId; role: 'admin' | 'operator'; name: string }
}

/** A verb's transaction, which also writes the log. */
export interface Work extends Transaction {
  now: number
  newId(): string
  actor: Actor
  /** What goes through many rows stops when this says no, and goes on in its next round: others wait for the writer. */
  hasTime(): boolean
  /** Adds an event by this verb's actor, or by another part of the edge acting with it. */
  record<T extends EventType>(
    type: T,
    conversationId: ConversationId | null,
    data: EventData[T],
    actor?: Actor,
  ): Promise<AnyEvent>
}

export type { Reads }
