// What the inbox looked like when this device saw it last. The worker puts it into the page that it serves
// (pwa/service-worker/page-with-picture.ts): it is seen before the first script has run, and the app takes its place.

import type { Inbox } from '../../edge/domain/wire.ts'
import { isPainted } from '../platform/painted.ts'

// As much as a screen holds; the rest comes with the app.
const rowsKept = 30

/** The inbox as markup, or `null` where something else is on the screen. */
export function takePicture(place: Element | null): string | null {
  const seen = place?.firstElementChild
  if (!seen || location.pathname !== '/' || !isPainted()) return null
  const picture = seen.cloneNode(true) as Element
  // What is of the moment: remarks, and how long ago something was.
  for (const part of picture.querySelectorAll('[role=status], [data-now]')) part.replaceChildren()
  for (const row of [...picture.querySelectorAll('li')].slice(rowsKept)) row.remove()
  // The page's security policy takes none from markup.
  for (const part of picture.querySelectorAll('[style]')) part.removeAttribute('style')
  return picture.outerHTML
}

/** What it is a picture of, as the worker put it beside it: to ask the disk once more would keep the app waiting. */
export function takeHandedInbox(): Inbox | null {
  const handed = document.getElementById('last-inbox')
  handed?.remove()
  return handed && (JSON.parse(handed.textContent) as Inbox)
}

/** Whoever taps before the app is there is not left standing: the app does it, as soon as it has drawn the same. */
export function keepEarlyTaps(): () => void {
  let tapped: Element | null = null
  function keep(event: MouseEvent) {
    const part = event.target instanceof Element ? event.target.closest('a[href], button') : null
    if (!part) return
    event.preventDefault()
    tapped = part
  }
  document.addEventListener('click', keep, true)
  return () => {
    document.removeEventListener('click', keep, true)
    if (tapped) sameIn(document, tapped)?.click()
  }
}

function sameIn(page: ParentNode, tapped: Element): HTMLElement | undefined {
  const href = tapped.getAttribute('href')
  const like = [...page.querySelectorAll<HTMLElement>(tapped.localName)]
  return like.find((part) => (href ? part.getAttribute('href') === href : nameOf(part) === nameOf(tapped)))
}

const nameOf = (part: Element) => part.getAttribute('aria-label') ?? part.textContent
