/** As long as others hold a file at a time, or so: who sleeps on meanwhile finds them at their next one. */
const LONGEST_PAUSE_MS = 5

/**
 * One turn of the event loop. The file client works synchronously, so requests that arrived during the last
 * commit reach the queue only when the loop has turned. A timer would cost a whole millisecond.
 */
export function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}

/** Longer with every attempt, and random, so that two processes do not knock in step for ever. */
export function backOff(attempt: number, longestMs = LONGEST_PAUSE_MS): Promise<void> {
  const longest = Math.min(longestMs, 2 ** attempt)
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
}
