import type { IceServer } from './wire.ts'

// Short-lived TURN credentials that coturn checks with the same secret
// (draft-uberti-behave-turn-rest-00: username `expiry:name`, password base64(HMAC-SHA1)).

export interface TurnSettings {
  turnUrls: readonly string[]
  /** coturn's `static-auth-secret`. */
  turnSecret: string | null
}

const credentialMs = 10 * 60_000

/** The relay with a credential for one conversation, or `null` where none is configured. */
export async function turnServer(
  { turnUrls, turnSecret }: TurnSettings,
  name: string,
  now: number,
): Promise<IceServer | null> {
  if (turnSecret === null || turnUrls.length === 0) return null
  const username = `${Math.floor((now + credentialMs) / 1000)}:${name}`
  const bytes = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-1' }
  const key = await crypto.subtle.importKey('raw', bytes.encode(turnSecret), algorithm, false, ['sign'])
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(username)))
  return { urls: [...turnUrls], username, credential: btoa(String.fromCharCode(...signature)) }
}
