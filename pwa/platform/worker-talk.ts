// A page's talk with the service worker, for whoever has something to say; ./worker.ts alone starts and renews it.

import { onCleanup } from 'solid-js'
import type { WordFromWorker } from './worker-word.ts'

/** Hears what the worker says, and answers it. Ends with the caller. */
export function onWorkerWord(hear: (word: WordFromWorker) => boolean | Promise<boolean>): void {
  const container = navigator.serviceWorker
  if (!container) return
  const take = async ({ data, ports }: MessageEvent<WordFromWorker>) => {
    ports[0]?.postMessage(await hear(data))
  }
  container.addEventListener('message', take)
  // A page that came up after the worker spoke finds its words waiting.
  container.startMessages()
  onCleanup(() => container.removeEventListener('message', take))
}
