import type { SmsRefusal } from '../domain/sms.ts'

export interface OutgoingSms {
  /** E.164 */
  to: string
  text: string
  /** Our own id. It goes into the callback's address, so that a callback finds its row even if the SID never reached us. */
  smsId: string
}

export type SmsOutcome =
  /** Twilio took it; what became of it comes by callback. */
  | { outcome: 'accepted'; sid: string }
  /** Nothing is sent: the operator is shown text and link. */
  | { outcome: 'shown' }
  /** Permanent: sending the same again would be refused again. */
  | { outcome: 'refused'; code: number | null; reason: SmsRefusal }
  /** Nothing was sent; it may be tried again. */
  | { outcome: 'retry'; afterSeconds: number | null }
  /** It may have been sent. Never sent again by itself: a callback or a person decides. */
  | { outcome: 'unknown' }

/** Outages are outcomes, so `send` does not throw for them. */
export interface SmsGateway {
  readonly kind: 'twilio' | 'outbox'
  send(sms: OutgoingSms): Promise<SmsOutcome>
}
