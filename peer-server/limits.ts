/** What one broker carries at most. Each number protects bystanders from a peer that misbehaves. */
export interface Limits {
  /** Sockets in total. A conversation has two at most: one for each of its two peer ids. */
  sockets: number
  /** The longest frame, in bytes; a longer one ends its socket (close code 1009). */
  messageBytes: number
  messagesPerSecond: number
  /** Messages that a quiet socket may send at once: an offer and its candidates come in one go. */
  burst: number
  /** Messages beyond the allowance that are only dropped; after that the socket ends (close code 1008). */
  floodDebt: number
  /** How long a message waits for a peer that has not joined, in milliseconds; then its sender gets EXPIRE. */
  queueMs: number
  queuedMessages: number
  queuedBytes: number
  /** A socket without a HEARTBEAT for so long is ended. Background tabs send one a minute only. */
  aliveMs: number
  /** Bytes that may wait for a reader that does not read. */
  unreadBytes: number
}

export const defaultLimits: Limits = {
  sockets: 10_000,
  messageBytes: 64 * 1024,
  messagesPerSecond: 50,
  burst: 200,
  floodDebt: 1_000,
  queueMs: 5_000,
  queuedMessages: 64,
  queuedBytes: 128 * 1024,
  aliveMs: 90_000,
  unreadBytes: 1024 * 1024,
}
