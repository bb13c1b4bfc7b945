// Stands between the operator's app and the network. What is to happen is decided in the files beside this one,
// without a browser; here it is done.

import { cacheNames, setCacheNameDetails } from 'workbox-core'
import { cleanupOutdatedCaches, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { flushInBackground, outboxName } from '../offline/flush-outbox.ts'
import { keptCaches } from '../platform/kept-caches.ts'
import { isWordToWorker } from '../platform/worker-word.ts'
import { takeClick } from './click.ts'
import { oldCaches } from './old-caches.ts'
import { takePush } from './push.ts'
import { renewPush } from './renew-push.ts'
import { servePage } from './serve-page.ts'
import { isShellPath } from './shell-path.ts'
import { takeShare } from './take-share.ts'

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] }

setCacheNameDetails({ prefix: 'visavis' })
precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: '', cleanURLs: false })
cleanupOutdatedCaches()

registerRoute(({ request, url }) => request.mode === 'navigate' && isShellPath(url.pathname), servePage)

registerRoute('/share', ({ request }) => takeShare(request), 'POST')

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([dropOldCaches(), self.clients.claim()])),
)

self.addEventListener('message', (event) => {
  if (!isWordToWorker(event.data)) return
  // The person agreed to the new version; until then the old one goes on serving every page.
  if (event.data.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
})

// The network is back, and perhaps no page is open any more; one that is holds the lock.
self.addEventListener('sync', (event) => event.tag === outboxName && event.waitUntil(flushInBackground()))

self.addEventListener('push', (event) => event.waitUntil(takePush(event.data)))
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renewPush()))
self.addEventListener('notificationclick', (event) =>
  event.waitUntil(takeClick(event.action, event.notification)),
)

async function dropOldCaches(): Promise<void> {
  const old = oldCaches(await caches.keys(), [cacheNames.precache, ...keptCaches])
  await Promise.all(old.map((name) => caches.delete(name)))
}
