import { request } from '../platform/request.ts'

// Less often than the stream's heartbeats come, and often enough for one of ours to be lost.
const everyMs = 12_000

/**
 * To be called whenever the stream was heard: tells the edge now and then that a page of ours listens, so that jobs ring
 * where somebody hears them. Only the page can know: towards a laptop that fell asleep the edge writes on for minutes.
 */
export function makeListening(now: () => number = Date.now): () => void {
  let saidAt = Number.NEGATIVE_INFINITY
  return () => {
    if (now() - saidAt < everyMs) return
    saidAt = now()
    // Unsaid it is said again with the next heartbeat.
    request('POST', '/api/listening').catch(() => undefined)
  }
}
