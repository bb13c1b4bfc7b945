import type { Limits } from './limits.ts'

export interface QueueBound {
  /** May one more message wait for this absent peer? */
  take(peerId: string, bytes: number): boolean
  /** The peer joined and got what waited. */
  forget(peerId: string): void
  end(): void
}

// `peer` looks for overdue queues once a second, so a queue may live that much longer.
export const sweepMs = 1_000

/**
 * Bounds what `peer` keeps for a peer that has not joined yet: its own queue has no end.
 * Counted by receiver, or a sender could come back with a new socket and an empty account.
 */
export function makeQueueBound(limits: Limits): QueueBound {
  const queues = new Map<string, { messages: number; bytes: number; timer: NodeJS.Timeout }>()

  function open(peerId: string) {
    const timer = setTimeout(() => queues.delete(peerId), limits.queueMs + sweepMs).unref()
    const queue = { messages: 0, bytes: 0, timer }
    queues.set(peerId, queue)
    return queue
  }

  function take(peerId: string, bytes: number): boolean {
    const queue = queues.get(peerId) ?? open(peerId)
    if (queue.messages + 1 > limits.queuedMessages || queue.bytes + bytes > limits.queuedBytes) return false
    queue.messages += 1
    queue.bytes += bytes
    return true
  }

  function forget(peerId: string): void {
    clearTimeout(queues.get(peerId)?.timer)
    queues.delete(peerId)
  }

  return { take, forget, end: () => [...queues.keys()].forEach(forget) }
}
