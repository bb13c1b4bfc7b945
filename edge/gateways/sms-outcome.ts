import { refusalOf } from '../domain/sms.ts'
import { secondsAfter } from './retry-after.ts'
import type { SmsOutcome } from './sms.ts'
import type { Exchange } from './twilio-account.ts'

/**
 * What a failed POST of a message means. The POST is not idempotent, so whatever may have
 * reached Twilio without a readable answer is `unknown`; a 429 or 5xx is Twilio's word that it
 * may be tried again (https://support.twilio.com/hc/en-us/articles/48916449686299).
 */
export function outcomeOf(failure: unknown, { status, retryAfter }: Exchange): SmsOutcome {
  if (status === null) return neverLeft(failure) ? retry(null) : { outcome: 'unknown' }
  if (status >= 200 && status < 300) return { outcome: 'unknown' }
  const code = codeOf(failure)
  if (status === 429 || status >= 500 || code === 20429) return retry(retryAfter)
  return { outcome: 'refused', code, reason: refusalOf(code) }
}

function retry(retryAfter: string | null): SmsOutcome {
  return { outcome: 'retry', afterSeconds: secondsAfter(retryAfter) }
}

/** The code of Twilio's own exceptions; pages of a proxy in between carry none. */
function codeOf(failure: unknown): number | null {
  const code = failure instanceof Error && 'code' in failure ? Number(failure.code) : Number.NaN
  return Number.isInteger(code) && code > 0 ? code : null
}

/** Whether the connection failed before a byte of the request went out: no name, no route, no port, no trust. */
function neverLeft(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false
  // Deno says it only in words: "client error (Connect): tcp connect error".
  if (failure.message.includes('client error (Connect)')) return true
  if (failure instanceof AggregateError) return failure.errors.every(neverLeft)
  return failedToConnect(failure) || neverLeft(failure.cause)
}

// Node's codes. ECONNRESET and the like say nothing by themselves, so the system call decides.
function failedToConnect(failure: Error & { code?: unknown; syscall?: unknown }): boolean {
  if (failure.syscall === 'connect' || failure.syscall === 'getaddrinfo') return true
  return /^UND_ERR_CONNECT_TIMEOUT$|CERT|^UNABLE_TO_(GET|VERIFY)_/.test(String(failure.code))
}
