import type { OutgoingSms, SmsGateway, SmsOutcome } from './sms.ts'
import { outcomeOf } from './sms-outcome.ts'
import { type Exchange, type TwilioAccount, twilioApi } from './twilio-account.ts'
import { openMessages } from './twilio-messages.ts'

export interface TwilioSmsOptions {
  accountSid: string
  authToken: string
  /** Preferred over `from`: the service picks a sender that the customer's country can receive. */
  messagingServiceSid?: string
  from?: string
  apiUrl?: string
  /** Where the house is reached, for the delivery reports. */
  publicUrl: string
  fetch?: typeof fetch
  timeoutMs?: number
  /** How long Twilio may hold a message back, 1 to 36,000: a link that comes hours later calls nobody. */
  validitySeconds?: number
}

/** Sends through Twilio. Neither text nor token ever goes to a log. */
export function createTwilioSms(options: TwilioSmsOptions): SmsGateway {
  const sender = senderOf(options)
  const account: TwilioAccount = {
    accountSid: options.accountSid,
    authToken: options.authToken,
    apiUrl: options.apiUrl ?? twilioApi,
    timeoutMs: options.timeoutMs ?? 10_000,
    fetch: options.fetch ?? fetch,
  }
  const validityPeriod = options.validitySeconds ?? 3600
  return {
    kind: 'twilio',
    send(sms) {
      const statusCallback = callbackUrl(options.publicUrl, sms.smsId)
      return post(account, { ...sender, validityPeriod, ...(statusCallback && { statusCallback }) }, sms)
    },
  }
}

type Sender = { messagingServiceSid: string } | { from: string }
type Settings = Sender & { validityPeriod: number; statusCallback?: string }

async function post(account: TwilioAccount, settings: Settings, sms: OutgoingSms): Promise<SmsOutcome> {
  const exchange: Exchange = { status: null, retryAfter: null }
  const messages = await openMessages(account, exchange)
  try {
    const { sid } = await messages.create({ ...settings, to: sms.to, body: sms.text })
    return sid ? { outcome: 'accepted', sid } : { outcome: 'unknown' }
  } catch (failure) {
    return outcomeOf(failure, exchange)
  }
}

function senderOf({ messagingServiceSid, from }: TwilioSmsOptions): Sender {
  if (messagingServiceSid) return { messagingServiceSid }
  if (from) return { from }
  throw new Error('Twilio needs a messaging service or a number to send from.')
}

/**
 * Where Twilio reports to, or nothing. A callback that Twilio cannot reach costs the whole
 * message (https://www.twilio.com/docs/api/errors/21609), and one over plain http would carry
 * the customer's number in the clear. Without it the SMS still goes; its delivery stays untold.
 */
function callbackUrl(publicUrl: string, smsId: string): string | undefined {
  const url = new URL(`${publicUrl.replace(/\/+$/, '')}/api/twilio/status`)
  if (url.protocol !== 'https:' || !isPublicName(url.hostname)) return undefined
  url.searchParams.set('sms', smsId)
  return url.href
}

// Twilio refuses underscores. A name without a dot, or an address, is a machine of one's own.
function isPublicName(host: string): boolean {
  return (
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host) &&
    !/\.(localhost|local|internal|test)$/.test(host)
  )
}
