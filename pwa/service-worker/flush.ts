import type { WordFromWorker } from '../platform/worker-word.ts'

declare const self: ServiceWorkerGlobalScope

/** What waits is the pages' to send while there are any: two at it would send it twice, or out of order. */
export async function flush(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' })
  for (const page of pages) page.postMessage({ say: 'flush' } satisfies WordFromWorker)
}
