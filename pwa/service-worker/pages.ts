// The worker's talk with the pages of the app that are open in this browser.

import type { WordFromWorker } from '../platform/worker-word.ts'
import { bestPage } from './best-page.ts'
import { isShellPath } from './shell-path.ts'

declare const self: ServiceWorkerGlobalScope

// A page that was frozen in the background needs a moment; one that shows the sign-in never answers.
const answerMs = 2_000

export async function openPages(): Promise<readonly WindowClient[]> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return pages.filter(({ url }) => isShellPath(new URL(url).pathname))
}

/** `true` when the page said so; one that does not answer in time said no. */
export async function ask(page: WindowClient, word: WordFromWorker, patienceMs = answerMs): Promise<boolean> {
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
    setTimeout(resolve, patienceMs, false)
  })
  page.postMessage(word, [port2])
  return answer.finally(() => port1.close())
}

/** Brings the app to the front: an open page is told what to show, and without one a new one is opened there. */
export async function bringUp(word: WordFromWorker, path: string): Promise<void> {
  const page = bestPage(await openPages())
  // The browser lets nobody take the front long after the touch; what the page shows is right all the same.
  const inFront = await page?.focus().catch(() => page)
  if (inFront && (await ask(inFront, word))) return
  await self.clients.openWindow(path).catch(() => inFront?.navigate(path))
}
