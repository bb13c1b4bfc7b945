// Whether a browser's key is one. Runtimes differ in when they look: some import any 65 bytes and fail at the first use.

import { fromBase64Url } from './tickets.ts'

/** P-256 (NIST SP 800-186, 3.2.1.3): y² = x³ − 3x + b, over the integers modulo p. */
const p = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

/** An uncompressed point on P-256, in base64url: nothing can be encrypted for any other. */
export function isCurvePoint(text: string): boolean {
  if (!/^[\w-]{87}$/.test(text)) return false
  const bytes = fromBase64Url(text)
  const [x, y] = [numberOf(bytes.slice(1, 33)), numberOf(bytes.slice(33))]
  return bytes[0] === 4 && x < p && y < p && (y * y - (x * x * x - 3n * x + b)) % p === 0n
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
}
