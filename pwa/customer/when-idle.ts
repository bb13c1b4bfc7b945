/** Runs the task once the browser has nothing better to do. Returns what calls it off. */
export function whenIdle(task: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const idle = requestIdleCallback(task, { timeout: 1_500 })
    return () => cancelIdleCallback(idle)
  }
  // Safari has no notion of idle.
  const timer = setTimeout(task, 200)
  return () => clearTimeout(timer)
}
