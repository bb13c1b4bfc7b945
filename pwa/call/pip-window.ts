import { DelegatedEvents, delegateEvents } from 'solid-js/web'

// Document Picture-in-Picture: a window that stays above all others. Chromium has it, others do not yet.
// https://wicg.github.io/document-picture-in-picture/
interface PipHost {
  requestWindow(wish: { width: number; height: number }): Promise<Window>
}

const host = () => (globalThis as { documentPictureInPicture?: PipHost }).documentPictureInPicture

export function mayTakeOut(): boolean {
  return host() !== undefined
}

export interface PipWindow {
  close(): void
}

/**
 * Moves the element into a window of its own until that is closed, by anybody. Within a click only.
 * `null` when the browser refuses. The element's place in the page must hold nothing else.
 */
export async function takeOut(element: HTMLElement, onBack: () => void): Promise<PipWindow | null> {
  const place = element.parentElement
  const size = { width: Math.max(320, element.clientWidth), height: Math.max(240, element.clientHeight) }
  const outside = await host()
    ?.requestWindow(size)
    .catch(() => null)
  if (!outside || !place) return null
  dress(outside.document)
  outside.document.body.append(element)
  playOn(element)
  outside.addEventListener('pagehide', () => {
    place.append(element)
    playOn(element)
    onBack()
  })
  return { close: () => outside.close() }
}

function dress(page: Document): void {
  const { lang, dir } = document.documentElement
  Object.assign(page.documentElement, { lang, dir })
  page.title = document.title
  for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) {
    page.head.append(style.cloneNode(true))
  }
  // Solid listens for clicks and the like at the document, and this is another one.
  delegateEvents([...DelegatedEvents], page)
}

// A video that changes documents stands still.
function playOn(element: HTMLElement): void {
  for (const video of element.querySelectorAll('video'))
    if (video.srcObject) void video.play().catch(() => {})
}
