// Web push: the notice encrypted for one browser (RFC 8291), signed by the house's keys (RFC 8292), and handed to the
// browser's own push service, which can read none of it.

import type { OutgoingPush, PushGateway, PushOutcome } from './push.ts'
import { pushOutcomeOf } from './push-outcome.ts'

export interface WebPushOptions {
  vapid: { publicKey: string; privateKey: string }
  /** Whom a push service may write to: `mailto:` or `https:`. */
  subject: string
  log(line: { level: 'warn' | 'error'; what: string; [fact: string]: unknown }): void
  fetch?: typeof fetch
  timeoutMs?: number
}

/** Neither what is sent nor the endpoint, by which anybody could send, ever goes to a log. */
export function createWebPush(options: WebPushOptions): PushGateway {
  return {
    async send(push) {
      const request = await sealed(options, push).catch(causeOf)
      if (typeof request === 'string') return told(options, push, { outcome: 'refused' }, request)
      const answer = await post(options, request).catch(causeOf)
      if (typeof answer === 'string')
        return told(options, push, { outcome: 'retry', afterSeconds: null }, answer)
      await answer.body?.cancel()
      const outcome = pushOutcomeOf(answer.status, answer.headers.get('retry-after'))
      return told(options, push, outcome, answer.status)
    },
  }
}

function post({ fetch: fetched = fetch, timeoutMs = 10_000 }: WebPushOptions, request: Sealed) {
  const { endpoint, ...init } = request
  return fetched(endpoint, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
}

type Sealed = Awaited<ReturnType<typeof sealed>>

/** Everything but the sending, which the library would do without a limit and after any redirect. */
async function sealed({ vapid, subject }: WebPushOptions, push: OutgoingPush) {
  const { default: library } = await import('web-push')
  const { endpoint, p256dh, auth, text, ttlSeconds, isUrgent, topic } = push
  const request = library.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, text, {
    vapidDetails: { subject, ...vapid },
    TTL: ttlSeconds,
    urgency: isUrgent ? 'high' : 'normal',
    topic,
  })
  const headers = new Headers()
  // The length is fetch's own to say.
  for (const [name, value] of Object.entries(request.headers))
    if (name !== 'Content-Length') headers.set(name, String(value))
  return { endpoint, method: request.method, headers, body: Uint8Array.from(request.body ?? []) }
}

function told<O extends PushOutcome>(
  { log }: WebPushOptions,
  { endpoint }: OutgoingPush,
  outcome: O,
  cause: string | number,
): O {
  const host = new URL(endpoint).hostname
  if (outcome.outcome === 'keys-refused')
    log({ level: 'error', what: 'push refused our VAPID keys', host, cause })
  else if (outcome.outcome === 'refused' || outcome.outcome === 'retry')
    log({ level: 'warn', what: 'push not taken', host, cause })
  return outcome
}

function causeOf(failure: unknown): string {
  return String(failure)
}
