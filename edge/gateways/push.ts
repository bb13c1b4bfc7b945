export interface OutgoingPush {
  endpoint: string
  p256dh: string
  auth: string
  /** What is encrypted. */
  text: string
  ttlSeconds: number
  isUrgent: boolean
  /** A later push of the same topic takes the place of one that was not fetched yet; 32 letters at most. */
  topic: string
}

export type PushOutcome =
  /** The service took it; whether it arrives is the canary's to tell. */
  | { outcome: 'accepted' }
  /** There is no such subscription any more. */
  | { outcome: 'gone' }
  | { outcome: 'too-large' }
  | { outcome: 'retry'; afterSeconds: number | null }
  /** The same again would be refused again; `keys-refused` is our own fault, not the subscription's. */
  | { outcome: 'keys-refused' | 'refused' }

/** Outages are outcomes, so `send` does not throw for them. */
export interface PushGateway {
  send(push: OutgoingPush): Promise<PushOutcome>
}
