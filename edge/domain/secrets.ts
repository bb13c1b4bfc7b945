// Tokens are random or derived from the secret, and are kept as hashes alone.

import { mac, toBase64Url } from './tickets.ts'

/** 256 random bits, for sessions, devices and operators' invites. */
export function newToken(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
}

/**
 * 256 bits that a repeated request gets again: derived from what it is for and the key that the request brings, of which
 * nothing is kept. Without a key they are random, and a lost answer is lost.
 */
export async function repeatableToken(secret: string, purpose: string, key: string | null): Promise<string> {
  return key === null ? newToken() : toBase64Url(await mac(secret, `${purpose}:${key}`))
}

/** Tokens are random enough that a plain hash cannot be searched; passwords are hashed elsewhere. */
export async function hashToken(token: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))))
}

/**
 * The token in a customer's link: 128 bits derived from the link's id. The courier derives it
 * again when it writes the SMS, so no token lies in the database, not even in what waits to be sent.
 */
export async function linkToken(secret: string, linkId: string): Promise<string> {
  return toBase64Url((await mac(secret, `link:${linkId}`)).slice(0, 16))
}

/** What a device seals its copies with, for as long as the session lives: a new session cannot read the old one's. */
export async function deviceKey(secret: string, sessionHash: string): Promise<string> {
  return toBase64Url(await mac(secret, `device-key:${sessionHash}`))
}

/** What a test push carries, derived from its order's id: whoever brings it has received the push. */
export async function canaryToken(secret: string, pushId: string): Promise<string> {
  return toBase64Url((await mac(secret, `canary:${pushId}`)).slice(0, 16))
}

/** OWASP's figure for PBKDF2-HMAC-SHA256 (Password Storage Cheat Sheet, 2023). */
const rounds = 600_000

/** `pbkdf2-sha256$rounds$salt$hash`, so that the figure can grow without breaking older ones. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return `pbkdf2-sha256$${rounds}$${toBase64Url(salt)}$${await stretch(password, salt, rounds)}`
}

/**
 * Takes as long for an operator who does not exist (`null`) as for one who does,
 * so that timing does not tell who works here.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, count, salt, hash] = (kept ?? `pbkdf2-sha256$${rounds}$AAAAAAAAAAAAAAAAAAAAAA$none`).split('$')
  const bytes = Uint8Array.from(atob((salt ?? '').replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  )
  return (await stretch(password, bytes, Number(count))) === hash
}

async function stretch(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ])
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256)
  return toBase64Url(new Uint8Array(bits))
}
