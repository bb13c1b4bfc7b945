// Writes the log of a database file back into it, in a thread of its own: the writer would do it inside of a commit, and
// hold the one thread, and everybody who waits for an acknowledgement, for as long as the disk takes.

import { Worker } from 'node:worker_threads'

const usual = {
  everyMs: 1_000,
  /** Pages after which the log is begun anew. Short of what makes the writer do it; see edge/store/connection.ts. */
  longestLog: 4_000,
}

/** Returns the end of it. @param failed told if the thread is no more; then the writer does it */
export function startCheckpoints(
  url: string,
  failed: (cause: unknown) => void,
  pace = usual,
): () => Promise<void> {
  if (!url.startsWith('file:')) return async () => {}
  const thread = new URL('checkpoint-thread.mjs', import.meta.url)
  const worker = new Worker(thread, { workerData: { url, ...pace }, execArgv: [] })
  worker.on('error', failed)
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  worker.unref()
  // Asked, not cut off: the engine ends the whole process when its thread goes in the middle of a call.
  return () => {
    worker.ref()
    worker.postMessage('end')
    return ended
  }
}
