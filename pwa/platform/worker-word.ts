/** What a page says to the service worker. */
export type WordToWorker =
  /** The person agreed to the new version: take over. In workbox-window's own spelling. */
  | { type: 'SKIP_WAITING' }
  /** The network is back: send what waits. */
  | { type: 'FLUSH' }

/** What the service worker says to the pages. */
export type WordFromWorker =
  /** Something waits to be sent, and a page that is open can send it. */
  { say: 'flush' }

/** The browser wakes the worker under this name when the network is back. */
export const syncTag = 'visavis.outbox'

const types: readonly unknown[] = ['SKIP_WAITING', 'FLUSH'] satisfies WordToWorker['type'][]

export function isWordToWorker(value: unknown): value is WordToWorker {
  return typeof value === 'object' && value !== null && 'type' in value && types.includes(value.type)
}
