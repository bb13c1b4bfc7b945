// The app's page for any of its addresses, without a network. The inbox comes with what was seen of it last: sealed like
// everything that a device keeps, so that it opens as long as the session stands, and goes with it.

import { matchPrecache } from 'workbox-precaching'
import { openDeviceShelves } from '../offline/device-shelves.ts'
import { type LastSeen, pageWithPicture } from './page-with-picture.ts'

// A disk that takes longer would keep the page itself waiting.
const patienceMs = 150

export async function servePage({ url }: { url: URL }): Promise<Response> {
  const [page, seen] = await Promise.all([
    matchPrecache('/operator.html'),
    url.pathname === '/' ? inTime(lastSeen()) : null,
  ])
  if (!page) return fetch('/operator.html')
  if (!seen) return page
  const headers = new Headers(page.headers)
  // It was the answer's way here, and is none of what is handed on.
  headers.delete('content-encoding')
  return new Response(pageWithPicture(await page.text(), seen), { headers })
}

async function lastSeen(): Promise<LastSeen | null> {
  const shelves = openDeviceShelves()
  try {
    const [picture, inbox] = await Promise.all([
      shelves.readFact<string>('picture'),
      shelves.readFact<unknown>('inbox'),
    ])
    return picture && inbox ? { picture, inbox } : null
  } catch {
    return null
  } finally {
    shelves.close()
  }
}

function inTime<T>(work: Promise<T>): Promise<T | null> {
  return Promise.race([work, new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))])
}
