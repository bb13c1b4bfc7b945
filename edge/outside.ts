// The world outside, as the configuration has it.

import type { Config } from './config.ts'
import { createOutboxSms } from './gateways/outbox-sms.ts'
import { createOwnRelay } from './gateways/own-relay.ts'
import type { PushGateway } from './gateways/push.ts'
import type { RelayGateway } from './gateways/relay.ts'
import type { SmsGateway } from './gateways/sms.ts'
import { createTwilioRelay } from './gateways/twilio-relay.ts'
import { createTwilioSms } from './gateways/twilio-sms.ts'
import { createWebPush, type WebPushOptions } from './gateways/web-push.ts'
import type { TwilioCallbacks } from './routes/edge.ts'

/** Loaded only where it is wanted: Twilio's code would cost every other start a tenth of a second. */
export async function callbacksOf(authToken: string): Promise<TwilioCallbacks> {
  const { readIncomingMessage, readStatusCallback } = await import('./gateways/twilio-callback.ts')
  return {
    readStatus: (request) => readStatusCallback({ authToken, ...request }),
    readIncoming: (request) => readIncomingMessage({ authToken, ...request }),
  }
}

export function smsGateway({ twilio, publicUrl }: Config): SmsGateway {
  if (!twilio) return createOutboxSms()
  const { accountSid, authToken, messagingServiceSid, from, apiUrl } = twilio
  return createTwilioSms({
    accountSid,
    authToken,
    publicUrl,
    ...(messagingServiceSid && { messagingServiceSid }),
    ...(from && { from }),
    ...(apiUrl && { apiUrl }),
  })
}

export function pushGateway(
  { vapidSubject }: Config,
  vapid: WebPushOptions['vapid'],
  log: WebPushOptions['log'],
): PushGateway {
  return createWebPush({ vapid, subject: vapidSubject, log })
}

export function relayGateway(config: Config): RelayGateway {
  if (config.turnProvider === 'own' || !config.twilio) return createOwnRelay(config)
  const { accountSid, authToken, apiUrl } = config.twilio
  return createTwilioRelay({ accountSid, authToken, ...(apiUrl && { apiUrl }) })
}
