// What may become of a text message, and what its refusals mean.
// Who sends it is a gateway's business (edge/gateways/sms.ts).

export { countSegments, type Segments } from './sms-segments.ts'

/** A number in E.164, checked against the numbering plans by `readPhoneNumber`: `+905321234567`. */
export type PhoneNumber = string & { readonly kind: 'phone-number' }

/**
 * - `queued`: waiting for our courier, or in Twilio's own queue
 * - `unknown`: the request went out and no answer came; it may have been sent
 * - `shown`: no sender is configured; the operator was shown text and link
 * - `suppressed`: not sent, because the person opted out
 */
export type SmsState =
  | 'queued'
  | 'unknown'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'shown'
  | 'suppressed'

const ranks: Record<SmsState, number> = {
  queued: 0,
  unknown: 1,
  sending: 2,
  sent: 3,
  delivered: 4,
  undelivered: 4,
  failed: 4,
  shown: 4,
  suppressed: 4,
}

/** How far a message got. States of the highest rank are final. */
export function smsRank(state: SmsState): number {
  return ranks[state]
}

/**
 * The state after a report. Callbacks repeat and come out of order
 * (https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks),
 * so a report only ever moves a message forward; any other leaves it as it is.
 *
 * `unknown` never falls back to `queued`: the courier takes what is queued, and the
 * customer would get the message twice. Only a message nobody has tried to send can be
 * shown or suppressed.
 */
export function nextSmsState(current: SmsState, reported: SmsState): SmsState {
  const ours = reported === 'shown' || reported === 'suppressed'
  if (ours && current !== 'queued') return current
  return smsRank(reported) > smsRank(current) ? reported : current
}

export type SmsRefusal = 'opted-out' | 'invalid-number' | 'not-allowed' | 'rejected'

// https://www.twilio.com/docs/api/errors — 21xxx come with the answer, and 21610 and
// 30xxx with a status callback, when the sender was picked after the answer.
const refusals = new Map<number, SmsRefusal>([
  [21610, 'opted-out'],
  [21211, 'invalid-number'],
  [21217, 'invalid-number'],
  [21265, 'invalid-number'],
  [21614, 'invalid-number'],
  [21635, 'invalid-number'],
  [30005, 'invalid-number'],
  [30006, 'invalid-number'],
  [21408, 'not-allowed'],
  [21608, 'not-allowed'],
])

/** What a Twilio error code means for the operator. Twilio adds codes: one we do not know is `rejected`. */
export function refusalOf(code: number | null): SmsRefusal {
  return (code === null ? undefined : refusals.get(code)) ?? 'rejected'
}
