export interface BrokerConfig {
  port: number
  host: string
  secret: string
  /** Where people open the app: the only origin whose pages may connect. */
  publicOrigin: string
  /** Lets whoever brings it read the metrics from elsewhere; `null` leaves them to this machine. */
  metricsToken: string | null
}

type Parsed = { ok: true; config: BrokerConfig } | { ok: false; faults: string[] }

// HMAC-SHA256 is as strong as its key up to 32 bytes; a word of a dictionary is not a key.
const shortestSecret = 32

/** The broker's whole environment, or every fault in it at once. */
export function parseConfig(environment: Record<string, string | undefined>): Parsed {
  const port = Number(environment.PORT || 9000)
  const secret = environment.SECRET ?? ''
  const publicOrigin = originOf(environment.PUBLIC_URL ?? '')
  const metricsToken = environment.METRICS_TOKEN?.trim() || null
  const faults: string[] = []
  if (!Number.isInteger(port) || port < 0 || port > 65_535) faults.push('PORT is not a port number')
  if (secret.length < shortestSecret) {
    faults.push(`SECRET is missing or shorter than ${shortestSecret} characters: use the edge's own`)
  }
  if (!publicOrigin) faults.push("PUBLIC_URL is not the app's http or https address")
  if (metricsToken !== null && metricsToken.length < shortestSecret)
    faults.push(`METRICS_TOKEN is shorter than ${shortestSecret} characters`)
  if (faults.length > 0 || !publicOrigin) return { ok: false, faults }
  const host = environment.HOST || '127.0.0.1'
  return { ok: true, config: { port, host, secret, publicOrigin, metricsToken } }
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, origin } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}
