// Where a push may be sent. An endpoint is an address from a stranger, and we would be the ones to call it: so it must be
// one of the services that browsers use, or one that the house named. Asked when it is saved, and again when it is used.

/** The push services of Chrome and its relatives, Firefox, Safari and Edge; a leading dot is any name below. */
export const knownPushHosts = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
] as const

/** Far longer than any that browsers have. */
const endpointLimit = 1_024

/** `https`, on its own port, by a name that is allowed, and nothing hidden in it. */
export function mayPushTo(endpoint: string, alsoAllowed: readonly string[]): boolean {
  const url = endpoint.length <= endpointLimit && URL.canParse(endpoint) ? new URL(endpoint) : null
  if (url === null || url.protocol !== 'https:' || url.port !== '') return false
  if (url.username !== '' || url.password !== '' || !isPublicHost(url.hostname)) return false
  return [...knownPushHosts, ...alsoAllowed].some((allowed) => matches(url.hostname, allowed))
}

/** A name that the whole world resolves alike: no address, no machine of this network. */
export function isPublicHost(host: string): boolean {
  const labels = host.toLowerCase().split('.')
  // Numbers, also hexadecimal ones, in the last place make an address of it (WHATWG URL, "ends in a number").
  const top = labels.at(-1) ?? ''
  const named = labels.length > 1 && labels.every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label))
  return named && !/^(\d+|0x[0-9a-f]*)$/.test(top) && !ownNames.has(top) && !host.endsWith('.home.arpa')
}

/** Reserved for one's own machine or network (RFC 6761, RFC 6762, and what routers make up). */
const ownNames = new Set([
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'private',
  'test',
])

function matches(host: string, allowed: string): boolean {
  return allowed.startsWith('.') ? host.endsWith(allowed) : host === allowed
}

/** Safari takes its permission back from pages that do not show every push, so nothing is sent there only to be unseen. */
export function showsEveryPush(endpoint: string): boolean {
  return matches(new URL(endpoint).hostname, '.push.apple.com')
}
