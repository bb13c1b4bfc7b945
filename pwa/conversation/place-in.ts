import type { Place } from './plain-rows.tsx'

/** What is in view at the top of a box of rows. */
export function placeIn(box: HTMLElement): Place | null {
  const items = [...box.querySelectorAll('li')]
  const top = box.getBoundingClientRect().top
  const first = items.findIndex((item) => item.getBoundingClientRect().bottom > top)
  const hiddenPx = top - (items[first]?.getBoundingClientRect().top ?? top)
  return first < 0 ? null : { rowsFromEnd: items.length - first, hiddenPx }
}
