// AES-GCM, with a fresh nonce for each record. What does not open was damaged, or belongs to a session that is over.

export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>
  data: ArrayBuffer
}

export async function sealBytes(key: CryptoKey, bytes: BufferSource): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  return { nonce, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, bytes) }
}

/** `null` for what this key does not open. */
export async function openBytes(key: CryptoKey, sealed: Sealed): Promise<ArrayBuffer | null> {
  try {
    return await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce }, key, sealed.data)
  } catch {
    return null
  }
}

export function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  return sealBytes(key, new TextEncoder().encode(JSON.stringify(value)))
}

export async function unseal<T>(key: CryptoKey, sealed: Sealed): Promise<T | null> {
  const bytes = await openBytes(key, sealed)
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T)
}
