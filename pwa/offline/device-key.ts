// The key of what a device keeps. It can be used but not read, not even by this page, and is made from what the edge
// tells one session alone: with the session the key is gone, whatever is left on the disk.

import { fromBase64Url } from '../../edge/domain/tickets.ts'

interface KeptKey {
  key: CryptoKey
  owner: string
}

type KeyShelf = Pick<import('./shelves.ts').Shelf, 'get' | 'put'>

const place = 'key'
const algorithm = { name: 'AES-GCM', length: 256 }

/** `null` where there is none, or the browser has no cryptography to offer: on plain http. */
export async function keptKey(shelf: KeyShelf): Promise<KeptKey | null> {
  const kept = (await shelf.get(place)) as KeptKey | undefined
  return kept?.key instanceof CryptoKey ? kept : null
}

/** `secret` is the session's, of GET /api/session/key. */
export async function makeSessionKey(shelf: KeyShelf, owner: string, secret: string): Promise<CryptoKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const raw = Uint8Array.from(fromBase64Url(secret))
  const source = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  const way = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('visavis device') }
  const key = await crypto.subtle.deriveKey(way, source, algorithm, false, ['encrypt', 'decrypt'])
  await shelf.put(place, { key, owner })
  return key
}

/** For what outlives a session that merely ran out: the unsent, which is its author's. */
export async function makeOwnKey(shelf: KeyShelf, owner: string): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt'])
  await shelf.put(place, { key, owner })
  return key
}
