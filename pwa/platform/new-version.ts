// After an update the parts of an older page are gone (404). A page that misses one loads itself anew,
// unless that would cost the person something now: then it says so and waits for them.

import { createSignal, onCleanup } from 'solid-js'

const [isReady, setReady] = createSignal(false)
const reasons = new Set<() => boolean>()

/** Whether a newer version waits for the person to load it. */
export { isReady as isNewVersionReady }

/** While the reason holds, as in a call, the page is not loaded anew by itself. Ends with the caller. */
export function keepPage(reason: () => boolean): void {
  reasons.add(reason)
  onCleanup(() => reasons.delete(reason))
}

const kept = 'visavis.reloaded'
// Two servers of different versions would have the page reload for ever.
const onceInMs = 60_000

/** Listens for parts that are missing. Returns the end of it. */
export function watchForNewVersion(reload = () => location.reload()): () => void {
  let isAsking = false

  async function look() {
    if (isAsking) return
    isAsking = true
    // A part that did not come over a bad network is asked for again by whoever wants it.
    const isNew = isReady() || (await isReplaced().catch(() => false))
    isAsking = false
    if (!isNew) return
    if (isNeeded() || wasReloaded()) return void setReady(true)
    sessionStorage.setItem(kept, String(Date.now()))
    reload()
  }

  const missing = () => void look()
  addEventListener('vite:preloadError', missing)
  return () => {
    removeEventListener('vite:preloadError', missing)
    setReady(false)
  }
}

/** Whether the page as it is served now begins with another script than this one did. */
async function isReplaced(): Promise<boolean> {
  const own = document.querySelector('script[type=module][src]')?.getAttribute('src')
  const page = await fetch(location.pathname, { cache: 'no-store' })
  return own !== undefined && page.ok && !(await page.text()).includes(`"${own}"`)
}

function isNeeded(): boolean {
  return hasUnsentText() || [...reasons].some((reason) => reason())
}

function hasUnsentText(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>(
    'textarea, input:not([type=radio], [type=checkbox])',
  )
  return [...fields].some(({ readOnly, value }) => !readOnly && value.trim() !== '')
}

function wasReloaded(): boolean {
  return Date.now() - Number(sessionStorage.getItem(kept) ?? 0) < onceInMs
}
