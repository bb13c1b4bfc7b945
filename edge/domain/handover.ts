// Going on in another browser of the same phone: the page that has the conversation gives out a code,
// and whoever brings it along with the link takes the conversation over.

/** Long enough to find the browser and paste an address; a code that lies around for longer opens nothing. */
export const handoverMs = 10 * 60_000

const code = /^[A-Za-z0-9_-]{43}$/

/** A code is 256 bits in base64url. */
export function isHandoverCode(text: string): boolean {
  return code.test(text)
}

/** The fragment of an address that takes the visit along. Neither part holds a dot. */
export function handoverFragment(token: string, code: string): string {
  return `#${token}.${code}`
}
