// The app's page for any of its addresses, without a network. The inbox comes with what was seen of it last: sealed like
// everything that a device keeps, so that it opens as long as the session stands, and goes with it.

import { matchPrecache } from 'workbox-precaching'
import { openDeviceShelves } from '../offline/device-shelves.ts'
import { pageWithPicture } from './page-with-picture.ts'

// A disk that takes longer would keep the page itself waiting.
const patienceMs = 150

export async function servePage({ url }: { url: URL }): Promise<Response> {
  const [page, picture] = await Promise.all([
    matchPrecache('/operator.html'),
    url.pathname === '/' ? inTime(lastPicture()) : null,
  ])
  if (!page) return fetch('/operator.html')
  if (!picture) return page
  const headers = new Headers(page.headers)
  // It was the answer's way here, and is none of what is handed on.
  headers.delete('content-encoding')
  return new Response(pageWithPicture(await page.text(), picture), { headers })
}

async function lastPicture(): Promise<string | null> {
  const shelves = openDeviceShelves()
  try {
    return await shelves.readFact<string>('picture')
  } catch {
    return null
  } finally {
    shelves.close()
  }
}

function inTime<T>(work: Promise<T>): Promise<T | null> {
  return Promise.race([work, new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))])
}
