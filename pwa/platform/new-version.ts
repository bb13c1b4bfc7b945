// After an update the parts of an older page are gone (404). A page that misses one loads itself anew,
// unless that would cost the person something now: then it says so and waits for them. Where a service worker
// keeps the parts, nothing is missing, and the new version is taken when the person says so.

import { createSignal, onCleanup } from 'solid-js'

export type NewVersion =
  | 'none'
  /** Waits for the person to load it. */
  | 'ready'
  /** The person has asked for it, and it comes as soon as it costs nothing. */
  | 'asked-for'

const [newVersion, setNewVersion] = createSignal<NewVersion>('none')
const reasons = new Set<() => boolean>()
let reloadPage = () => location.reload()
let take = reloadPage
let looking: ReturnType<typeof setInterval> | undefined

export { newVersion }

/** While the reason holds, as in a call, the page is not loaded anew by itself. Ends with the caller. */
export function keepPage(reason: () => boolean): void {
  reasons.add(reason)
  onCleanup(() => reasons.delete(reason))
}

const kept = 'visavis.reloaded'
// Two servers of different versions would have the page reload for ever.
const onceInMs = 60_000
const lookEveryMs = 1_000

/** Listens for parts that are missing. Returns the end of it. */
export function watchForNewVersion(reload = () => location.reload()): () => void {
  let isAsking = false
  reloadPage = reload
  take = reload

  async function look() {
    if (isAsking) return
    isAsking = true
    // A part that did not come over a bad network is asked for again by whoever wants it.
    const isNew = newVersion() !== 'none' || (await isReplaced().catch(() => false))
    isAsking = false
    if (!isNew || newVersion() === 'asked-for') return
    if (isNeeded() || wasReloaded()) return void setNewVersion('ready')
    sessionStorage.setItem(kept, String(Date.now()))
    take()
  }

  const missing = () => void look()
  addEventListener('vite:preloadError', missing)
  return () => {
    removeEventListener('vite:preloadError', missing)
    clearInterval(looking)
    setNewVersion('none')
  }
}

/** A newer version is aboard. `takeOver` has it serve every page of this browser, once the person agreed. */
export function announceNewVersion(takeOver: () => void): void {
  take = takeOver
  if (newVersion() === 'none') setNewVersion('ready')
}

/** The newer version serves this page from now on: the person agreed, here or in another tab. */
export function newVersionTookOver(): void {
  take = reloadPage
  if (!isNeeded()) reloadPage()
  else if (newVersion() === 'none') setNewVersion('ready')
}

/** The person agreed. A call, or text that was not sent, comes first all the same. */
export function takeNewVersion(): void {
  clearInterval(looking)
  if (isNeeded()) {
    setNewVersion('asked-for')
    looking = setInterval(takeWhenFree, lookEveryMs)
  } else take()
}

function takeWhenFree(): void {
  if (isNeeded()) return
  clearInterval(looking)
  take()
}

/** Whether the page as it is served now names another script or other later styles than this one did. */
async function isReplaced(): Promise<boolean> {
  const own = [
    document.querySelector('head script[src]')?.getAttribute('src'),
    ...Array.from(document.querySelectorAll('meta[name$=-styles]'), (styles) =>
      styles.getAttribute('content'),
    ),
  ]
  const answer = await fetch(location.pathname, { cache: 'no-store' })
  const page = await answer.text()
  return answer.ok && own.some((path) => path && !page.includes(`"${path}"`))
}

function isNeeded(): boolean {
  return hasUnsentText() || [...reasons].some((reason) => reason())
}

function hasUnsentText(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>(
    'textarea, input:not([type=radio], [type=checkbox], [type=range], [type=time])',
  )
  return [...fields].some(({ readOnly, value }) => !readOnly && value.trim() !== '')
}

function wasReloaded(): boolean {
  return Date.now() - Number(sessionStorage.getItem(kept) ?? 0) < onceInMs
}
