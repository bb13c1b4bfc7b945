import webhooks from 'twilio/lib/webhooks/webhooks.js'
import { isId, type SmsId } from '../domain/ids.ts'
import type { PhoneNumber, SmsState } from '../domain/sms.ts'

/** A form that came to one of our addresses and says it is Twilio's. */
export interface TwilioForm {
  authToken: string
  /** The public address as Twilio was given it, with its query: that is what Twilio signed. */
  url: string
  form: Record<string, string>
  /** The header X-Twilio-Signature. */
  signature: string | null | undefined
}

export interface StatusCallback {
  sid: string
  /** From the address that we gave out with the message. */
  smsId: SmsId | null
  status: Extract<SmsState, 'queued' | 'sending' | 'sent' | 'delivered' | 'undelivered' | 'failed'>
  errorCode: number | null
}

const statuses = new Map<string, StatusCallback['status']>([
  ['sending', 'sending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
])

/** What Twilio reports about a message of ours, or `null` when it is not Twilio that speaks. */
export function readStatusCallback(request: TwilioForm): StatusCallback | null {
  const { form, url } = request
  const sid = form.MessageSid
  if (!sid || !isSigned(request)) return null
  // "accepted", "scheduled" and words that Twilio may yet invent rank lowest: they move no message.
  const status = statuses.get(form.MessageStatus ?? '') ?? 'queued'
  return { sid, smsId: smsIdIn(url), status, errorCode: numberIn(form.ErrorCode) }
}

export interface IncomingMessage {
  from: PhoneNumber
  optOut: 'stop' | 'start' | null
}

/** What an inbound SMS means for later ones, or `null` when it is not Twilio that speaks. Its text is not kept. */
export function readIncomingMessage(request: TwilioForm): IncomingMessage | null {
  const { From: from = '' } = request.form
  if (!/^\+[1-9]\d{6,14}$/.test(from) || !isSigned(request)) return null
  return { from: from as PhoneNumber, optOut: optOutIn(request.form) }
}

// Twilio's own list: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out
const stops = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']
const starts = ['START', 'YES', 'UNSTOP']

// Only a messaging service with Advanced Opt-Out says OptOutType. Elsewhere Twilio acts on the bare
// word, and so do we; otherwise nobody whose number is suppressed would ever be heard saying START.
function optOutIn(form: Record<string, string>): IncomingMessage['optOut'] {
  const word = (form.OptOutType ?? form.Body ?? '').trim().toUpperCase()
  if (stops.includes(word)) return 'stop'
  return starts.includes(word) ? 'start' : null
}

// Twilio's own check. It compares in constant time.
function isSigned({ authToken, signature, url, form }: TwilioForm): boolean {
  return !!signature && webhooks.validateRequest(authToken, signature, url, form)
}

function smsIdIn(url: string): SmsId | null {
  const id = new URL(url).searchParams.get('sms')
  return id && isId(id) ? (id as SmsId) : null
}

function numberIn(text: string | undefined): number | null {
  return text && /^\d+$/.test(text) ? Number(text) : null
}
