// A ticket is a short-lived claim that we signed ourselves: who may register which
// peer id at the broker, for which conversation. The broker needs no database for it.

export type Side = 'customer' | 'operator'

export interface PeerTicket {
  kind: 'peer'
  peerId: string
  conversationId: string
  side: Side
  /** Milliseconds since the epoch; the ticket admits until then. */
  expiresAt: number
}

/** Both ends of a conversation know each other's peer id by this rule, so no exchange of ids is needed. */
export function peerIdOf(conversationId: string, side: Side): string {
  return `${conversationId}-${side}`
}

/** Signs a ticket: `base64url(claims).base64url(HMAC-SHA256)`, safe in a URL. */
export async function signTicket(secret: string, ticket: PeerTicket): Promise<string> {
  const claims = toBase64Url(new TextEncoder().encode(JSON.stringify(ticket)))
  return `${claims}.${toBase64Url(await mac(secret, `ticket:${claims}`))}`
}

/** The claims of a ticket that is ours and not yet expired, else `null`: a forged one is not told apart. */
export async function readTicket(secret: string, text: string, now: number): Promise<PeerTicket | null> {
  const [claims, signature, extra] = text.split('.')
  if (!claims || !signature || extra !== undefined) return null
  if (!sameText(signature, toBase64Url(await mac(secret, `ticket:${claims}`)))) return null
  const ticket = JSON.parse(new TextDecoder().decode(fromBase64Url(claims))) as PeerTicket
  return ticket.kind === 'peer' && ticket.expiresAt > now ? ticket : null
}

/** HMAC-SHA256 with a key made from the secret. The text's prefix keeps uses of the one secret apart. */
export async function mac(secret: string, text: string): Promise<Uint8Array> {
  const bytes = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(text)))
}

/** Compares without stopping at the first difference, so that timing tells nothing. */
export function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % (b.length || 1))
  return difference === 0
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

export function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
}
