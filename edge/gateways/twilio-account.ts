export interface TwilioAccount {
  accountSid: string
  authToken: string
  /** Instead of https://api.twilio.com: a proxy, or a test's own server. */
  apiUrl: string
  timeoutMs: number
  fetch: typeof fetch
}

/** What the wire showed, beside what the library makes of it. `status` stays `null` while no answer began. */
export interface Exchange {
  status: number | null
  retryAfter: string | null
}

export const twilioApi = 'https://api.twilio.com'

interface LibraryRequest {
  uri: string
  headers: Record<string, string>
  data: Record<string, unknown>
}

/**
 * Twilio's own Version and resource classes build the request and read the answer; fetch carries it.
 * `new Twilio()` would bring axios and every product of theirs (150 to 200 ms to import, where
 * these take 40) and has no base URL to set. They are package internals, without an `exports`
 * map in between: the version is pinned, and tests hold the shape.
 */
export async function openAccount(account: TwilioAccount, exchange?: Exchange) {
  const base = await import('twilio/lib/base/Version.js')
  const domain = { request: (request: LibraryRequest) => post(account, request, exchange) }
  // tsx unwraps the default of a CommonJS module; Node and Deno leave it wrapped.
  const Version = base.default.default ?? base.default
  return new Version(domain as never, '2010-04-01')
}

async function post(account: TwilioAccount, request: LibraryRequest, exchange?: Exchange) {
  const { accountSid, authToken, fetch } = account
  const fields = new URLSearchParams()
  for (const [name, value] of Object.entries(request.data)) fields.set(name, String(value))
  const response = await fetch(`${account.apiUrl.replace(/\/+$/, '')}/${request.uri}`, {
    method: 'POST',
    headers: {
      ...request.headers,
      Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
    },
    // Deno repeats a request by itself when a kept connection was closed under it, unless its body is a Blob; the
    // first one may have arrived, and an SMS would go out twice.
    body: new Blob([fields.toString()], { type: 'application/x-www-form-urlencoded' }),
    // The account's credentials go nowhere that we did not name.
    redirect: 'manual',
    signal: AbortSignal.timeout(account.timeoutMs),
  })
  if (exchange) {
    exchange.status = response.status
    exchange.retryAfter = response.headers.get('retry-after')
  }
  return { statusCode: response.status, body: await response.text() }
}
