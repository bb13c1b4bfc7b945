import type { TokenListInstance } from 'twilio/lib/rest/api/v2010/account/token.js'
import * as v from 'valibot'
import type { IceServer } from '../domain/wire.ts'
import type { RelayGateway } from './relay.ts'
import { type Exchange, openAccount, type TwilioAccount, twilioApi } from './twilio-account.ts'

export interface TwilioRelayOptions {
  accountSid: string
  authToken: string
  apiUrl?: string
  fetch?: typeof fetch
  timeoutMs?: number
}

// Twilio does not say what becomes of a call whose token ends, so a token outlasts most calls. Its first quarter is
// for handing out: whoever gets one has three quarters of an hour, and many calls cost one request.
const lifeSeconds = 3600
const freshMs = (lifeSeconds * 1000) / 4
/** One that was not renewed in time is better than none, while it still has time to connect with. */
const usableMs = (lifeSeconds - 600) * 1000
/** A page waits for its ticket; after a failure nobody waits again for this long. */
const restMs = 30_000

interface Token {
  servers: IceServer[]
  since: number
}

/** Twilio's Network Traversal Service (https://www.twilio.com/docs/stun-turn/api). */
export function createTwilioRelay(options: TwilioRelayOptions): RelayGateway {
  const account: TwilioAccount = {
    accountSid: options.accountSid,
    authToken: options.authToken,
    apiUrl: options.apiUrl ?? twilioApi,
    timeoutMs: options.timeoutMs ?? 2_500,
    fetch: options.fetch ?? fetch,
  }
  let token: Token | null = null
  let failure: { cause: unknown; at: number } | null = null
  let asking: Promise<void> | null = null

  // Many calls may begin in one moment; they wait for one answer.
  function renew(now: number): Promise<void> {
    asking ??= askForServers(account)
      .then(
        (servers) => {
          token = { servers, since: now }
          failure = null
        },
        (cause) => {
          failure = { cause, at: now }
        },
      )
      .finally(() => {
        asking = null
      })
    return asking
  }

  return {
    async serversFor(_, now) {
      const isFresh = token !== null && now - token.since < freshMs
      const isResting = failure !== null && now - failure.at < restMs
      if (!isFresh && !isResting) await renew(now)
      if (token && now - token.since < usableMs) return token.servers
      throw failure?.cause
    },
  }
}

const address = v.pipe(v.string(), v.regex(/^(stun|turn)s?:[^\s]+$/))
const answer = v.pipe(
  v.array(
    v.object({
      urls: v.union([
        v.pipe(
          address,
          v.transform((one) => [one]),
        ),
        v.array(address),
      ]),
      username: v.optional(v.string()),
      credential: v.optional(v.string()),
    }),
  ),
  v.minLength(1),
)

async function askForServers(account: TwilioAccount): Promise<IceServer[]> {
  const exchange: Exchange = { status: null, retryAfter: null }
  try {
    const tokens = await openTokens(account, exchange)
    const { iceServers } = await tokens.create({ ttl: lifeSeconds })
    return v.parse(answer, iceServers).map(withoutBlanks)
  } catch (cause) {
    // The library's own words leave out what was answered.
    throw new Error(`Twilio gave no relay, ${exchange.status ?? 'no answer'}: ${cause}`)
  }
}

async function openTokens(account: TwilioAccount, exchange: Exchange) {
  const [version, tokens] = await Promise.all([
    openAccount(account, exchange),
    import('twilio/lib/rest/api/v2010/account/token.js'),
  ])
  return tokens.TokenListInstance(version as Parameters<typeof TokenListInstance>[0], account.accountSid)
}

// A browser refuses the whole connection over one address without its credential, or a credential that is undefined.
function withoutBlanks({ urls, username, credential }: v.InferOutput<typeof answer>[number]): IceServer {
  return { urls, ...(username && { username }), ...(credential && { credential }) }
}
